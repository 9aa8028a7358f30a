import FTS5Segments
import SQLite
import Testing

/// The reader against FTS5 itself: every term, row, column and position.
struct SegmentReaderTests {
  /// The smaller pages leave the merges half done, their inputs cut at the front.
  @Test(arguments: [32, 64, 201, 1000, 4050, 65536])
  func readsWhatFTS5Wrote(pageSize: Int) throws {
    var corpus = try Corpus(seed: UInt64(pageSize), pageSize: pageSize)
    try corpus.expectEqualToStock("empty")
    try corpus.insert(200)
    try corpus.expectEqualToStock("one segment")
    for _ in 0..<3 { try corpus.insert(40) }
    try corpus.expectEqualToStock("several segments")
    try corpus.update(share: 0.2)
    try corpus.delete(share: 0.2)
    try corpus.expectEqualToStock("updates and deletes")
    try corpus.command("merge", 20)
    try corpus.expectEqualToStock("partial merge")
    try corpus.insert(40)
    try corpus.command("merge", -5)
    try corpus.expectEqualToStock("another partial merge")
    try corpus.command("optimize")
    try corpus.expectEqualToStock("optimize")
    try corpus.delete(share: 1)
    try corpus.expectEqualToStock("all deleted")
  }
}

extension Corpus {
  func expectEqualToStock(_ state: Comment) throws {
    try database.expectReaderEqualToStock(state)
  }
}

/// The positions as strangers read them.
struct OccurrencesTests {
  @Test func aRowsOccurrencesAreItsColumnsAndPositions() throws {
    let database = try Connection.inMemory()
    try database.execute(
      """
      CREATE VIRTUAL TABLE fts USING fts5(a, b);
      INSERT INTO fts(rowid, a, b) VALUES (7, 'x peace', 'peace y peace');
      """)
    let reader = try SegmentReader(pages: StoredPages(database), columns: 2, version: 4)
    var found: [Int64: [[Int]]] = [:]
    try reader.postings(for: Array("peace".utf8))?.forEachPosting(below: .max) { rowid, list in
      found[rowid] = try list.occurrences(columns: 2).map { [$0.column, $0.position] }
    }
    #expect(found == [7: [[0, 1], [1, 0], [1, 2]]])
  }

  @Test func columnsThatTheTableHasNotAreCorrupt() throws {
    let database = try Connection.inMemory()
    try database.execute(
      """
      CREATE VIRTUAL TABLE fts USING fts5(a, b);
      INSERT INTO fts(rowid, a, b) VALUES (7, 'x', 'peace');
      """)
    let reader = try SegmentReader(pages: StoredPages(database), columns: 2, version: 4)
    #expect(throws: SegmentError.self) {
      try reader.postings(for: Array("peace".utf8))?.forEachPosting(below: .max) { _, list in
        _ = try list.occurrences(columns: 1)
      }
    }
  }
}

/// A row of `fts5vocab`'s instance table.
struct Occurrence: Equatable {
  var term: String
  var rowid: Int64
  var column: Int
  var offset: Int
}

extension Occurrence {
  /// Of a row with term, row, column, position.
  init(_ values: [SQLValue]) {
    func number(_ index: Int) -> Int64 {
      if case .integer(let number) = values[index] { number } else { -1 }
    }
    if case .text(let text) = values[0] { term = text } else { term = "" }
    (rowid, column, offset) = (number(1), Int(number(2)), Int(number(3)))
  }
}

extension SegmentReader {
  /// The terms that have a posting left, in the reader's order.
  func liveTerms(prefix: String = "", from start: String = "") throws -> [String] {
    var terms: [String] = []
    try forEachTerm(prefix: Array(prefix.utf8), from: Array(start.utf8)) { term in
      if try postings(for: term)?.count().rows ?? 0 > 0 {
        terms.append(String(decoding: term, as: UTF8.self))
      }
      return true
    }
    return terms
  }
}

extension Connection {
  func segmentReader(_ table: String = "fts") throws -> SegmentReader {
    let sql = "SELECT v FROM \(table)_config WHERE k = 'version'"
    let version: Int? = try value(sql)
    return try SegmentReader(
      pages: StoredPages(self, table: table), columns: 3, version: version ?? 0)
  }

  /// Expects every occurrence that `fts5vocab` lists from the reader, and no other.
  func expectReaderEqualToStock(_ state: Comment) throws {
    try expect(
      segmentReader(),
      gives: """
        SELECT term, doc, unicode(col) - unicode('a'), offset FROM instance ORDER BY 1, 2, 3, 4
        """, state)
  }

  /// Expects every occurrence that a query lists (term, rowid, column, position; ascending), and no
  /// other.
  func expect(_ reader: SegmentReader, gives sql: String, _ state: Comment) throws {
    let rows = try rows(sql)
    let stock = Dictionary(
      grouping: rows.map {
        Occurrence($0.values)
      }, by: \.term)
    #expect(try reader.liveTerms() == stock.keys.sorted(), state)
    for (term, expected) in stock {
      let cursor = try #require(try reader.postings(for: term.utf8), state)
      #expect(try cursor.occurrences(of: term) == expected, state)
    }
    try expect(reader, givesSideBySide: stock, state)
  }

  /// The same of all terms looked up one after the other, with others between that there are not.
  private func expect(
    _ reader: SegmentReader, givesSideBySide stock: [String: [Occurrence]], _ state: Comment
  ) throws {
    let terms = (stock.keys.flatMap { [$0, $0 + "\u{1}"] } + ["", "\u{10FFFF}"])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for step in [1, 7, 60] {
      let asked = stride(from: 0, to: terms.count, by: step).map { terms[$0] }
      var found: [String: [Occurrence]] = [:]
      try reader.forEachPostings(of: asked) { place, cursor in
        let occurrences = try cursor.occurrences(of: asked[place])
        if !occurrences.isEmpty { found[asked[place]] = occurrences }
      }
      #expect(found == stock.filter { asked.contains($0.key) }, state)
    }
  }
}

extension PostingCursor {
  /// Every occurrence that is left, whose counts by column must agree with its positions.
  func occurrences(of term: String) throws -> [Occurrence] {
    var found: [Occurrence] = []
    try forEachPosting(below: .max) { rowid, list in
      var counts = ColumnFrequencies()
      for occurrence in try list.occurrences() {
        switch occurrence.column {
        case 0: counts.first += 1
        case 1: counts.second += 1
        default: counts.others += 1
        }
        found.append(
          Occurrence(
            term: term, rowid: rowid, column: occurrence.column, offset: occurrence.offset))
      }
      #expect(list.frequencies == counts)
    }
    return found
  }
}

extension PositionList {
  func occurrences() throws -> [(column: Int, offset: Int)] {
    let decoded = try [Int64](unsafeUninitializedCapacity: byteCount) { memory, count in
      if let start = memory.baseAddress { count = try decode(into: start, columns: 3) }
    }
    return decoded.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }
}
