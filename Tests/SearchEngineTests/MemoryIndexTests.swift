import IndexDefinition
import MemoryIndex
import QueryLanguage
import SearchEngine
import SearchModel
import Testing

/// The engine over an index that is no file.
struct MemoryIndexTests {
  private static let index: [(Article, Tags)] = [
    article(
      "a", "Harbour strike", "The strike at the harbour goes on.", "2024-05-06", ["Ada Quill"]),
    article(
      "b", "Wheat", "Strikes stopped the wheat trade.", "2024-06", ["Ada Quill", "Bo Marsh"]),
    article("c", "Peace", "Talks of peace at the harbour of Oslo.", nil, ["Bo Marsh"]),
    article("d", "条約", "東京で条約に署名した。", "2023", []),
  ]

  private static func article(
    _ id: String, _ title: String, _ body: String, _ date: String?, _ people: [String]
  ) -> (Article, Tags) {
    let mention = [Mention(field: .body, range: 0..<1, rule: "test")]
    return (
      Article(id: id, title: title, body: body, date: date.flatMap { CalendarDate($0) }),
      Tags(
        people: people.map { PersonTag(name: $0, mentions: mention) },
        countries: id == "c" ? [CountryTag(code: "NO", isFocus: true, mentions: mention)] : [])
    )
  }

  private func answer(
    _ text: String, _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> SearchResults {
    var request = SearchRequest(text: text, query: QueryParser().parse(text).query)
    change(&request)
    return try QueryExecution(request: request, state: IndexState(MemoryIndex(Self.index)))
      .results()
  }

  @Test(arguments: [
    ("strike", ["a", "b"]), ("=strike", ["a"]), ("harbour -strike", ["c"]),
    ("\"wheat trade\"", ["b"]), ("harb*", ["a", "c"]), ("strike NEAR/2 harbour", ["a"]),
    ("条約", ["d"]), ("date:2024", ["a", "b"]), ("date:none", ["c"]), ("country:NO", ["c"]),
    ("person:\"Bo Marsh\" wheat", ["b"]), ("peace OR wheat", ["b", "c"]), ("nothing", []),
  ])
  func wordsPhrasesAndFiltersFindTheirArticles(text: String, expected: [String]) throws {
    let results = try answer(text)
    #expect(results.total == expected.count)
    #expect(results.hits.map(\.id).sorted() == expected)
  }

  @Test func theTitleCountsMore() throws {
    #expect(try answer("harbour").hits.map(\.id) == ["a", "c"])
    #expect(try answer("peace").hits.first?.title == "Peace")
  }

  @Test func facetsAreCountedWithTheirOwnFilterLifted() throws {
    let results = try answer("strike OR peace") { $0.filters.people = ["Bo Marsh"] }
    #expect(results.total == 2)
    #expect(
      results.people?.buckets.map { "\($0.value) \($0.within ?? -1) of \($0.count)" }
        == ["Bo Marsh 2 of 2", "Ada Quill 1 of 2"])
    #expect(results.countries?.buckets.map { "\($0.value) \($0.count)" } == ["NO 1"])
    #expect(results.dates?.undated == 1)
  }

  @Test func pagesFollowOneAnother() throws {
    var ids: [String] = []
    var after: Cursor?
    repeat {
      let page = try answer("strike OR peace") { ($0.limit, $0.after) = (1, after) }
      ids += page.hits.map(\.id)
      after = page.next
    } while after != nil
    #expect(ids.sorted() == ["a", "b", "c"])
    #expect(throws: CursorError.unreadable) {
      try answer("peace") { $0.after = Cursor(token: "x") }
    }
  }
}
