import ArticleReading
import IndexDefinition
import Testing

struct CSVTableTests {
  @Test(arguments: [",", ";", "\t"])
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
}
