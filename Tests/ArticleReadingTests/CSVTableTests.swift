import ArticleReading
import IndexDefinition
import Testing

struct CSVTableTests {
  @Test(arguments: [",", ";", "\t", "|"])
  func everyRecordIsAnArticle(delimiter: String) throws {
    let rows = [
      ["id", "Headline", "text", "Published At", "desk"],
      ["c1", "\"Port, \"\"old\"\"; reopens\"", "\"Ships came.\n\nAll.\"", "2024-05-06", "Coast"],
      [], ["c2", "", "Words.", "", ""],
    ]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
    #expect(
      try events(in: text.utf8, named: "a.csv") == [
        .article(
          Article(
            id: "c1", title: "Port, \"old\"; reopens", body: "Ships came.\n\nAll.",
            date: CalendarDate("2024-05-06"), path: "a.csv", extra: #"{"desk":"Coast"}"#)),
        .article(Article(id: "c2", title: "", body: "Words.", path: "a.csv")),
      ])
  }

  @Test func recordsOfAnotherLengthAreNamed() throws {
    let events = try events(in: "id,body\n1,\"a\nb\"\n2,b,c\n3,d\n".utf8, named: "a.csv")
    #expect(events.compactMap(\.article?.id) == ["1", "3"])
    #expect(events.compactMap(\.failure?.place) == ["line 4"])
  }

  @Test func spreadsheetsMayNameTheirSeparator() throws {
    let text = "sep=^\nid^body\n1^Ships, boats; all\n"
    #expect(
      try events(in: text.utf8, named: "a.csv").compactMap(\.article?.body) == ["Ships, boats; all"]
    )
  }

  @Test func columnsWithoutNamesAreToldByWhatTheyHold() throws {
    let text = """
      a1,2024-05-06,Port reopens after storm,"Ships came, all of them, on Monday.",https://a.example/1
      a2,2024-05-07,Ferry sails again today,"Boats came too, and the ferry sailed.",https://a.example/2

      """
    let events = try events(in: text.utf8, named: "a.csv")
    let articles = events.compactMap(\.article)
    #expect(articles.map(\.id) == ["a1", "a2"])
    #expect(articles.map(\.title) == ["Port reopens after storm", "Ferry sails again today"])
    #expect(articles.map { $0.date?.description } == ["2024-05-06", "2024-05-07"])
    #expect(articles.map(\.url) == ["https://a.example/1", "https://a.example/2"])
    #expect(
      events.compactMap(\.failure?.message) == [
        "no line names the columns; they are taken for id, date, title, body, url"
      ])
  }

  @Test func markupInACellBecomesText() throws {
    let text = "id,title,body\n1,A &amp; B,<p>One</p><p>Two</p>\n"
    let article = try #require(try events(in: text.utf8, named: "a.csv").first?.article)
    #expect([article.title, article.body] == ["A & B", "One\n\nTwo"])
  }

  @Test func aDamagedRecordSpoilsNoOther() throws {
    let text = Array("id,body\n1,Größe\n2,Gr".utf8) + [0xf6, 0xdf] + Array("e\n3,Ende\n".utf8)
    let events = try events(in: text, named: "a.csv")
    #expect(events.compactMap(\.article?.body) == ["Größe", "Größe", "Ende"])
    #expect(events.compactMap(\.failure?.place) == ["line 3"])
  }
}
