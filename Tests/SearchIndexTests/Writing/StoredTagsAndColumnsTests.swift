import Foundation
import IndexDefinition
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

struct StoredTagsAndColumnsTests {
  private static func example() -> [(Article, Tags)] {
    [
      (
        Article(
          id: "a", title: "One", body: "Alice Adams flew to Oslo.",
          date: CalendarDate("2024-02-03"), language: "en"),
        Tags(
          people: [
            PersonTag(
              name: "Alice Adams", mentions: [Mention(field: .body, range: 0..<11, rule: "model")])
          ],
          countries: [
            CountryTag(
              code: "NO", isFocus: true,
              mentions: [Mention(field: .body, range: 20..<24, rule: "capital")])
          ])
      ),
      (Article(id: "b", title: "Two words", body: "Nothing"), Tags()),
    ]
  }

  @Test func articlesTagsAndFullTextAreStored() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("sub/index.db").path
      let index = try ArticleIndex(path: path, access: .readWrite)
      let summary = try IndexRun(index: index, options: .init()).store(Self.example())
      #expect(summary.indexed == 2)
      let reader = try ArticleIndex(path: path, access: .readOnly)
      try reader.read { db in
        let titles: [String] = try db.values(
          "SELECT title FROM article_fts WHERE article_fts MATCH 'oslo'")
        #expect(titles == ["One"])
        let mentions = try db.rows(
          #"SELECT article_id, kind, value, field, start, "end" FROM mention ORDER BY 2"#)
        #expect(
          mentions.map(\.values) == [
            [1, "country", "NO", "body", 20, 24], [1, "person", "Alice Adams", "body", 0, 11],
          ])
      }
    }
  }

  @Test func columnsHoldDatesLengthsAndEntities() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      let index = try ArticleIndex(path: path, access: .readWrite)
      try IndexRun(index: index, options: .init()).store(Self.example())
      let words = try index.read { db in
        try Dictionary(
          uniqueKeysWithValues: db.rows("SELECT name, data FROM column_chunk").map {
            ($0.text("name"), Self.words($0.blob("data")))
          })
      }
      let date = try #require(CalendarDate("2024-02-03"))
      #expect(words["date"]?[0...3] == [0, UInt32(date.packed), 1, 0])
      #expect(words["title_length"]?[0...3] == [0, 1, 2, 0])
      #expect(words["body_length"]?[0...3] == [0, 5, 1, 0])
      #expect(words["language"]?[0...3] == [0, 0x656E, 0, 0])
      #expect(words["person"]?[0...3] == [0, 0, 1, 1])
      #expect(Array(words["person"]?.dropFirst(16385) ?? []) == [3] as [UInt32])
      #expect(Array(words["country"]?.dropFirst(16385) ?? []) == [5] as [UInt32])
    }
  }

  private static func words(_ data: [UInt8]) -> [UInt32] {
    data.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
  }
}
