import SQLite
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Pages read one after the other by a statement that stands between them.
struct PageRunTests {
  /// A read that went on would keep a writer's log from ever starting over.
  @Test func nothingIsReadAfterAnAnswer() throws {
    try withSearcher([article(1, "Harbour", "Wheat and what")]) { searcher, index in
      _ = try searcher.search(request("wh* \"wheat and\""))
      #expect(try !index.readWithoutTransaction { $0.holdsTransaction })
    }
  }

  @Test func pagesInAndOutOfOrder() throws {
    try withSearcher([article(1, "Harbour", "Wheat")]) { _, index in
      try index.read { database in
        let ids: [Int64] = try database.values("SELECT id FROM article_fts_data ORDER BY id")
        let run = try PageRun(database)
        func size(_ id: Int64) throws -> Int? { try run.read(id) { $0.count } }
        let expected: [Int] = try database.values(
          "SELECT length(block) FROM article_fts_data ORDER BY id")
        #expect(try ids.map(size) == expected)
        #expect(try ids.reversed().map(size) == expected.reversed())
        #expect(try size(ids[0] + 1) == nil)
        #expect(run.next == nil)
        #expect(try size(ids[0]) == expected[0])
        #expect(run.next == ids[0] + 1)
        run.rest()
        #expect(run.next == nil)
      }
    }
  }
}
