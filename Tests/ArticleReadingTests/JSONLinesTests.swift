import ArticleReading
import IndexDefinition
import Testing

struct JSONLinesTests {
  @Test func everyFieldIsRead() throws {
    let line =
      #"{"id": "a1", "title": " Port reopens ", "body": "Ships\ncame.\n", "language": "en-GB", "#
      + #""date": "2024-05-06T23:30:00-04:00", "url": "https://example.org/a", "#
      + #""byline": ["A. Day", "B. Night"], "source": {"name": "Gazette"}, "#
      + #""section": "Trade", "tags": ["ports", {"n": 1}]}"#
    #expect(
      try events(in: line.utf8, named: "a.jsonl") == [
        .article(
          Article(
            id: "a1", title: " Port reopens ", body: "Ships\ncame.\n",
            date: CalendarDate("2024-05-06"), publishedAt: "2024-05-06T23:30:00-04:00",
            byline: "A. Day, B. Night", source: "Gazette",
            url: "https://example.org/a", language: "en", path: "a.jsonl",
            extra: #"{"section":"Trade","tags":["ports", {"n": 1}]}"#))
      ])
  }

  @Test func oneBadLineIsOneFailure() throws {
    let lines = """
      {"id": 1, "body": "One."}
      {"id": 2, "body": "Two."

      {"id": 3, "body": "Three."} trailing
      {"id": 4, "body": "Four."}
      """
    let events = try events(in: lines.utf8, named: "a.jsonl")
    #expect(events.compactMap(\.article?.id) == ["1", "4"])
    #expect(events.compactMap(\.failure?.place) == ["line 2", "line 4"])
  }

  @Test func idsWithoutASourceAreStableAndDiffer() throws {
    try withFile("{\"body\": \"One.\"}\n{\"body\": \"One.\"}\n", named: "a.jsonl") { path in
      let first = events(of: path).compactMap(\.article?.id)
      #expect(first == events(of: path).compactMap(\.article?.id))
      #expect(Set(first).count == 2)
    }
  }

  @Test func aliasesStandForFieldsAndTheBestNameWins() throws {
    let line =
      #"{"description": "Short.", "headline": "H", "text": "Long.", "Published_At": "20240506"}"#
    let article = try #require(try events(in: line.utf8, named: "a.jsonl").first?.article)
    #expect(article.title == "H")
    #expect(article.body == "Long.")
    #expect(article.date == CalendarDate("2024-05-06"))
    #expect(article.extra == #"{"description":"Short."}"#)
  }

  @Test func namesGivenByTheUserWin() throws {
    let line = #"{"body": "Wrong.", "lede": "Right."}"#
    let options = ReadingOptions(fieldNames: ["lede": "body"])
    let events = try events(in: line.utf8, named: "a.jsonl", options: options)
    #expect(events.first?.article?.body == "Right.")
  }

  @Test func unreadableDateKeepsTheArticle() throws {
    let line = #"{"id": "a", "body": "Text.", "date": "soon"}"#
    let events = try events(in: line.utf8, named: "a.jsonl")
    #expect(
      events.compactMap(\.article) == [Article(id: "a", title: "", body: "Text.", path: "a.jsonl")])
    let failure = try #require(events.compactMap(\.failure).first)
    #expect(failure.place == "line 1")
    #expect(failure.message.contains("“soon”"))
  }

  @Test(arguments: [
    (#"a\u00e9\n\t\"\\\/"#, "aé\n\t\"\\/"), (#"\ud83d\udea2"#, "🚢"), (#"\ud83d."#, "\u{fffd}."),
    (#"\u0000"#, "\u{fffd}"), (#"\udea2\ud83d"#, "\u{fffd}\u{fffd}"), (#"e\u0301"#, "é"),
    (#"\ud83d\u0041"#, "\u{fffd}A"), (#"\ud83d\n"#, "\u{fffd}\n"),
    (#"\uD83D\uDEA2\u0000"#, "🚢\u{fffd}"),
  ])
  func escapesAreResolved(escaped: String, text: String) throws {
    let events = try events(in: #"{"body": "\#(escaped)"}"#.utf8, named: "a.jsonl")
    #expect(events.first?.article?.body.utf8.elementsEqual(text.utf8) == true)
  }

  @Test func badJSONNamesLineByteAndRemedy() throws {
    let lines = #"""
      {"id": 1, "body": "One."}
      {"id": 2, "body": "C:\xnews"}
      {"id": 3, "body": "Three.", "n": 007}
      {"id": 4, "body": "Four."}
      """#
    let events = try events(in: lines.utf8, named: "a.jsonl")
    #expect(events.compactMap(\.article?.id) == ["1", "4"])
    #expect(
      events.compactMap(\.failure?.description) == [
        "a.jsonl: line 2: not valid JSON at byte 21 of the line: expected one of the escapes "
          + #"\" \\ \/ \b \f \n \r \t, or \u with four hexadecimal digits; mend or remove the line"#,
        "a.jsonl: line 3: not valid JSON at byte 33 of the line: expected a number without "
          + "leading zeros; mend or remove the line",
      ])
  }

  @Test func deepNestingIsAFailureNotACrash() throws {
    let line = #"{"body": "x", "deep": "# + String(repeating: "[", count: 100_000)
    let events = try events(in: line.utf8, named: "a.jsonl")
    #expect(events.compactMap(\.failure?.place) == ["line 1"])
  }
}
