import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// A word that a line's end broke is found whole, and stays in the text as it is.
struct JoinedWordSearchTests {
  private static let articles = [
    Article(
      id: "a", title: "Crops",
      body: "The crop in Cali-\nfornia is late, farmers are spend\ning more."),
    Article(id: "b", title: "Weather", body: "California had rain."),
    Article(id: "c", title: "Sports", body: "Cali won; fornia is no word. We saw spend and ing."),
  ]

  private func ids(_ text: String, _ searcher: Searcher) throws -> [String] {
    try searcher.search(request(text) { $0.match = .all }).hits.map(\.id).sorted()
  }

  @Test func itIsFoundByItsWholeForm() throws {
    try withSearcher(Self.articles.map { ($0, Tags()) }) { searcher, _ in
      let found = try [
        "california", "spending", "spend", "cali", "body:california", "title:california",
        "californ*", "crop california",
      ].map { try ids($0, searcher) }
      #expect(
        found == [
          ["a", "b"], ["a", "c"], ["a", "c"], ["a", "c"], ["a", "b"], [], ["a", "b"], ["a"],
        ])
    }
  }

  /// In its column it stands beside strangers.
  @Test func itIsPartOfNoPhrase() throws {
    try withSearcher(Self.articles.map { ($0, Tags()) }) { searcher, _ in
      let phrases = ["\"california spending\"", "\"in california\"", "\"cali fornia\""]
      let found = try phrases.map { try ids($0, searcher) }
      #expect(found == [[], [], ["a"]])
    }
  }

  @Test func stockMatchFindsIt() throws {
    try withSearcher(Self.articles.map { ($0, Tags()) }) { _, index in
      let found: [String] = try index.read { database in
        try database.values(
          """
          SELECT external_id FROM article
          WHERE id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH 'california') ORDER BY 1
          """)
      }
      #expect(found == ["a", "b"])
    }
  }

  @Test func highlightsSpanTheBreak() throws {
    try withSearcher(Self.articles.map { ($0, Tags()) }) { searcher, _ in
      let hit = try #require(
        try searcher.search(request("california spending") { $0.match = .all }).hits.first)
      let bytes = Array(hit.snippet.text.utf8)
      #expect(
        hit.snippet.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
          == ["Cali- fornia", "spend ing"])
      let matches = try searcher.matches(of: request("california"), in: Self.articles[0])
      #expect(matches == [FieldMatch(field: .body, range: 12..<24)])
      #expect(try searcher.matches(of: request("california"), in: Self.articles[2]) == [])
    }
  }

  @Test func checkComparesTheColumnWithTheText() throws {
    try withSearcher(Self.articles.map { ($0, Tags()) }) { _, index in
      let column: [String] = try index.read {
        try $0.values("SELECT joined FROM article WHERE joined IS NOT NULL")
      }
      #expect(column == ["California spending"])
      #expect(try IndexCheck(index: index).run(repair: false) { _ in }.findings == [])
    }
  }
}
