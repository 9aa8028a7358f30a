import FTS5Segments
import SQLite
import TestSupport
import Testing

/// Windows and skips against one plain pass.
struct SkippingTests {
  /// Page size 32 gives doclist indexes of several heights.
  @Test(arguments: [32, 128, 1000, 4050])
  func windowsAndSkipsFindWhatOnePassFinds(pageSize: Int) throws {
    var corpus = try Corpus(seed: UInt64(pageSize), pageSize: pageSize, vocabulary: 8)
    try corpus.insert(1500, gap: 20, length: 12)
    try corpus.command("optimize")
    try corpus.expectSkipsEqualToOnePass(seed: 1)
    try corpus.insert(300, gap: 20, length: 12)
    try corpus.update(share: 0.05, length: 12)
    try corpus.expectSkipsEqualToOnePass(seed: 2)
  }

  @Test func commonWordOverManyPages() throws {
    let database = try Connection.inMemory()
    do {
      try database.execute(
        """
        CREATE VIRTUAL TABLE fts USING fts5(a, b, c, content = '');
        WITH RECURSIVE row(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM row WHERE id < 50000)
        INSERT INTO fts(rowid, a, b) SELECT id, 'every', 'every every' FROM row;
        """)
    }
    do {
      let reader = try database.segmentReader()
      let count = try reader.postings(for: "every".utf8)?.count()
      #expect(count?.rows == 50_000)
      #expect(count?.occurrences == 150_000)
      #expect(reader.averages == Averages(rowCount: 50_000, tokenCounts: [50_000, 100_000, 0]))
      let pages = try StoredPages(database)
      try SegmentReader(pages: pages, columns: 3, version: 4)
        .postings(for: "every".utf8)?.skip(to: 49_000)
      #expect(pages.reads < 10)
    }
  }
}

extension Corpus {
  func expectSkipsEqualToOnePass(seed: UInt64) throws {
    do {
      let reader = try database.segmentReader()
      for number in 0..<7 {
        let term = Array("w\(number)".utf8)
        let all = try #require(try reader.postings(for: term)).rowids(below: .max)
        try expect(reader.postings(for: term), givesInSkips: all, seed: seed)
      }
    }
  }

  private func expect(
    _ cursor: PostingCursor?, givesInSkips all: [Int64], seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let cursor = try #require(cursor)
    var start: Int64 = -60
    while start <= (all.last ?? 0) {
      start += .random(in: 0...2000, using: &random)
      let end = start + .random(in: 0...200, using: &random)
      #expect(try cursor.walk.next(from: start) >= start)
      #expect(try cursor.rowids(below: end) == all.filter { $0 >= start && $0 < end })
      start = end
    }
  }
}

extension PostingCursor {
  func rowids(below end: Int64) throws -> [Int64] {
    var rowids: [Int64] = []
    try forEachPosting(below: end) { rowid, _ in rowids.append(rowid) }
    return rowids
  }
}
