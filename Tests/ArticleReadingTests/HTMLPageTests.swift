import ArticleReading
import Foundation
import IndexDefinition
import TestSupport
import Testing

/// What of a page is its article's text.
struct HTMLPageTests {
  private let text =
    "<p>Some words, enough of them, that stand for the text of an article here.</p>"

  @Test func pageBecomesItsArticle() throws {
    let page = fixtures.appendingPathComponent("reading/harbour.html").path
    let article = try #require(events(of: page).first?.article)
    #expect(
      article
        == Article(
          id: article.id, title: "Harbour reopens after the storm",
          body: """
            The harbour of Westhaven opened again on Monday, four days after the storm that sank \
            two trawlers, tore the roof off the fish hall and closed the coast road.

            “We slept in the office, all of us,” said the harbour master, Ole Brandt, who counted \
            sixty damaged boats, most of them small.

            Who pays

            The county has promised loans, without interest, to every owner who asks before June.

            Forms are at the town hall.

            Banks take them too.

            Boats 60

            Owners 41

            It could have been worse. Ole Brandt, 6 May
            """,
          date: CalendarDate("2024-05-06"), dateSource: .metadata,
          publishedAt: "2024-05-06T21:10:00+02:00", byline: "Ada Day",
          source: "Coast Gazette", url: "https://gazette.example/2024/05/07/harbour",
          language: "en", path: page))
  }

  @Test func ledesAndSectionsOfTheirOwnAreKept() throws {
    let prose = String(
      repeating: "The harbour of Westhaven was full of boats, nets and people. ", count: 4)
    let page = """
      <h1>Port</h1><p class=dek>\(prose)A lede.</p><div class=share><a href=x>Share</a></div>
      <article><section class=part><p>\(prose)One.</p><p>\(prose)</p></section>
      <section class=part><p>\(prose)Two.</p><p>\(prose)</p></section>
      <section class=part><p>\(prose)See <a class=popup href=x>the chart</a> there.</p></section></article>
      <div class=related><ul><li><a href=y>Other</a></ul></div>
      """
    let body = try #require(try events(in: page.utf8, named: "a.html").first?.article?.body)
    for words in ["A lede.", "One.", "Two.", "See the chart there."] {
      #expect(body.contains(words))
    }
    #expect(!body.contains("Other"))
  }

  @Test func partsOfOneMakeAreOneArticle() throws {
    let prose = String(
      repeating: "The harbour of Westhaven was full of boats, nets and people. ", count: 8)
    let main = (1...6).map { _ in "<p>\(prose)</p>" }.joined()
    func body(_ last: String) throws -> String? {
      let page = "<div><div class=part>\(main)</div><div class=part>\(last)</div></div>"
      return try events(in: page.utf8, named: "a.html").first?.article?.body
    }
    #expect(try body("<h3>Then</h3><p>\(prose)Two.</p>")?.contains("Two.") == true)
    #expect(try body("<p>\(prose)About us.</p>")?.contains("About us.") == false)
  }

  @Test func listsWithSentencesKeepTheirLinks() throws {
    let link = "<li><a href=x>A report on the harbour that has a long name of its own</a>"
    let prose =
      "<p>The harbour of Westhaven was full of boats, nets, people, and of gulls that cried.</p>"
    let sentence =
      "<li>The harbour master has written three reports, all of which can be read in the hall."
    func body(_ list: String) throws -> String? {
      let page = "<article>\(prose)\(prose)\(prose)<ul>\(list)</ul>\(prose)</article>"
      return try events(in: page.utf8, named: "a.html").first?.article?.body
    }
    #expect(try body(sentence + link + link + link)?.contains("three reports") == true)
    #expect(try body(link + link + link)?.contains("A report") == false)
  }

  @Test(arguments: ["", "<span style=x>"])
  func wordsStayThatAreExplainedInASentence(before: String) throws {
    let page = """
      <article><p>\(before)They met Gov. <span class=rollover-people><a class=rollover-link href=x>Ada Day</a>\
      <span class=rollover-block><img src=a><a href=y>Ada Day in the news</a></span></span> on Monday, in \
      the rain, at the harbour of Westhaven.</p></article>
      """
    #expect(
      try events(in: page.utf8, named: "a.html").first?.article?.body
        == "They met Gov. Ada Day on Monday, in the rain, at the harbour of Westhaven.")
  }

  @Test func aLinkThatBeginsASentenceStaysWhateverItsName() throws {
    let page = """
      <article><p><a class=popup href=x>Ada Day</a> met them on Monday, in the rain, at the old harbour of \
      Westhaven, with her dog.</p></article>
      """
    #expect(
      try events(in: page.utf8, named: "a.html").first?.article?.body.hasPrefix("Ada Day met")
        == true)
  }

  @Test func whatHasNoCaptionIsNone() throws {
    let prose =
      "<p>The harbour of Westhaven was full of boats, nets, people, and of gulls that cried.</p>"
    let page = "<article><div class=no_caption><h2>Port opens</h2></div>\(prose)\(prose)</article>"
    #expect(
      try events(in: page.utf8, named: "a.html").first?.article?.body.hasPrefix("Port opens")
        == true)
  }

  @Test func bodyGivenByThePageServesWhereTheTextIsMissing() throws {
    let long = String(repeating: "Sentences that only a script would show. ", count: 20)
    let page = """
      <title>T</title><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "<p>\(long)</p>"}</script>
      <div id="app">Loading</div>
      """
    let body = try events(in: page.utf8, named: "a.html").first?.article?.body
    #expect(body == long.trimmingCharacters(in: .whitespaces))
  }

  @Test func deepNestingAndBrokenTagsAreRead() throws {
    let deep = String(repeating: "<div><font>", count: 2_000) + text
    #expect(
      try events(in: deep.utf8, named: "a.html").first?.article?.body.hasPrefix("Some") == true)
    let broken =
      "<html><body><div class='a\(text)<p>Unclosed <b>bold\0 text, that goes on for a while."
    #expect(try events(in: broken.utf8, named: "a.html").count == 1)
  }

  @Test func pagesInOtherEncodingsAreRead() throws {
    let page =
      Array("<meta charset=iso-8859-1><title>Caf".utf8) + [0xe9] + Array("</title>\(text)".utf8)
    let events = try events(in: page, named: "a.html")
    #expect(events.compactMap(\.article?.title) == ["Café"])
    #expect(events.compactMap(\.failure) == [])
  }
}
