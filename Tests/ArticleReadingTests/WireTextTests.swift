import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

struct WireTextTests {
  private let anpa = """
    \u{16}\u{16}\u{1}W2870\u{1f}coast
    f l\u{13}\u{11} BC-LT--Harbour-StormB     05-06 1049
    \u{2}^BC-LT--Harbour Storm,466<
    ^Harbour opens again after the storm<
    ^Four days later, boats sail <
    ^AP Photo XNP101, XNP102<
    ^Eds: With photos.<
    ^By ADA DAY and OLE BRANDT=
    ^Coast Agency=
    \t   WESTHAVEN (CA) _ Ships came, ``all of them,'' he said.
    They left
    \u{20}
    \t   Owners;41;Boats;60<
    \t   Banks;2;none;0<

    \t   \u{3}AP-WF-05-06-24 1509GMT<

    \u{c}
    \u{4}
    """

  @Test func storiesOfANPAAreArticles() throws {
    let events = try events(in: anpa.utf8, named: "a.tst")
    #expect(
      events == [
        .article(
          Article(
            id: try #require(events.first?.article?.id),
            title: "Harbour opens again after the storm",
            body:
              "WESTHAVEN (CA) — Ships came, “all of them,” he said. They left\n\nOwners;41;Boats;60"
              + "\nBanks;2;none;0",
            date: CalendarDate("2024-05-06"), publishedAt: "2024-05-06T15:09Z",
            byline: "ADA DAY and OLE BRANDT", source: "AP", path: "a.tst",
            extra: #"{"header":["W2870 coast","f l BC-LT--Harbour-StormB 05-06 1049"],"#
              + #""notes":["AP Photo XNP101, XNP102","Eds: With photos."],"#
              + #""slug":"BC-LT--Harbour Storm","summary":"Four days later, boats sail"}"#))
      ])
  }

  @Test func everyStoryOfAFileIsAnArticle() throws {
    let articles = try events(in: (anpa + "\n" + anpa).utf8, named: "a.txt").compactMap(\.article)
    #expect(articles.map(\.path) == ["a.txt#1", "a.txt#2"])
    #expect(Set(articles.map(\.id)).count == 2)
  }

  @Test func storiesOfIPTC7901AreArticles() throws {
    let story = """
      \u{1}eca062 4 i 211 ccccb   ca 061\r

      Coast-harbour/\r
      \u{2}REFILE\r
      Harbour opens again\r
      after the storm\r
      By Ada Day =\r

         Westhaven (ca) - Ships came,\r
      all of them.\r

         They left.\r

      # Notebook\r

      Tel: +00 1\r

      \u{3}061137 GMT May 24 \r
      \u{7f}\u{4}
      """
    let events = try events(in: story.utf8, named: "a.txt")
    #expect(
      events == [
        .article(
          Article(
            id: try #require(events.first?.article?.id),
            title: "Harbour opens again after the storm",
            body: "Westhaven (ca) - Ships came, all of them.\n\nThey left.",
            date: CalendarDate("2024-05-06"), publishedAt: "2024-05-06T11:37Z", byline: "Ada Day",
            source: "ca", path: "a.txt",
            extra: ##"{"header":"eca062 4 i 211 ccccb ca 061","keywords":"Coast-harbour","##
              + ##""notebook":"# Notebook\n\nTel: +00 1\n\n","notes":["REFILE"]}"##))
      ])
  }

  /// As its German service writes it; the zone is missing.
  @Test func storiesOfIPTC7901InOtherLanguagesAreArticles() throws {
    let story = """
      \u{1}bdt0001 4 pl 211  ca 0001\r

      Hafen/\r
      (Zusammenfassung 1430)\r
      \u{2}Hafen wieder offen\r
      Von Ada Day, ca =\r

         Westhafen (ca) - Schiffe kamen.\r

      # Notizblock\r

      ## Orte\r
      \u{3}061015 Mai 24\r
      \u{4}
      """
    let events = try events(in: story.utf8, named: "a.txt")
    #expect(
      events == [
        .article(
          Article(
            id: try #require(events.first?.article?.id), title: "Hafen wieder offen",
            body: "Westhafen (ca) - Schiffe kamen.", date: CalendarDate("2024-05-06"),
            publishedAt: "2024-05-06T10:15", byline: "Ada Day, ca", source: "ca", path: "a.txt",
            extra: ##"{"header":"bdt0001 4 pl 211 ca 0001","keywords":"Hafen","##
              + ##""notebook":"# Notizblock\n\n## Orte\n","notes":["(Zusammenfassung 1430)"]}"##))
      ])
  }

  @Test func storiesOfReutersAndTRECAreArticles() throws {
    let sgml = """
      <!DOCTYPE lewis SYSTEM "lewis.dtd">
      <REUTERS TOPICS="YES" NEWID="7"><DATE> 6-MAY-1987 15:01:01.79</DATE>
      <TOPICS><D>ship</D></TOPICS><PLACES><D>norway</D><D>uk</D></PLACES>
      <TEXT>&#2;<TITLE>HARBOUR OPENS &lt;HRB></TITLE><AUTHOR>    By Ada Day, Reuters</AUTHOR>
      <DATELINE>    WESTHAVEN, May 6 - </DATELINE><BODY>Ships came,
      all of them.
          They left.
       Reuter
      &#3;</BODY></TEXT>
      </REUTERS>
      <REUTERS NEWID="8"><DATE>6-MAY-1987</DATE><TEXT TYPE="UNPROC">&#2;
      Prices, 41
      &#3;</TEXT></REUTERS>
      """
    #expect(
      try events(in: sgml.utf8, named: "a.sgm") == [
        .article(
          Article(
            id: "7", title: "HARBOUR OPENS <HRB>",
            body: "WESTHAVEN, May 6 - Ships came,\nall of them.\n\nThey left.",
            date: CalendarDate("1987-05-06"), publishedAt: "1987-05-06T15:01:01",
            byline: "Ada Day, Reuters", source: "Reuters", path: "a.sgm",
            extra: #"{"places":["norway","uk"],"topics":["ship"]}"#)),
        .article(
          Article(
            id: "8", title: "", body: "Prices, 41", date: CalendarDate("1987-05-06"),
            source: "Reuters", path: "a.sgm")),
      ])
    let trec =
      "<DOC>\n<DOCNO> T-1 </DOCNO>\n<HEADLINE>Port</HEADLINE>\n<TEXT>\nShips came.\n</TEXT>\n</DOC>\n"
    let article = try events(in: trec.utf8, named: "a").first?.article
    #expect([article?.id, article?.title, article?.body] == ["T-1", "Port", "Ships came."])
  }
}
