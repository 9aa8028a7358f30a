import FTS5Segments
import GRDB

/// The rows of an FTS5 table's `%_data` and `%_idx`, taken into memory, where they can be damaged.
final class StoredPages: SegmentPages {
  var blocks: [Int64: [UInt8]] = [:]
  /// How many blocks were asked for.
  private(set) var reads = 0
  /// Whether nobody is reading.
  private(set) var isAtRest = true
  /// The entries of `%_idx` by segment, in order of term.
  private var entries: [Int: [(term: [UInt8], page: Int64)]] = [:]

  init(_ database: Database, table: String = "fts") throws {
    for row in try Row.fetchAll(database, sql: "SELECT id, block FROM \(table)_data") {
      blocks[row[0]] = try row.withUnsafeData(atIndex: 1) { $0.map { Array($0) } ?? [] }
    }
    let sql = "SELECT segid, CAST(term AS BLOB), pgno FROM \(table)_idx ORDER BY segid, term"
    for row in try Row.fetchAll(database, sql: sql) {
      let term = try row.withUnsafeData(atIndex: 1) { $0.map { Array($0) } ?? [] }
      entries[row[0], default: []].append((term, row[2]))
    }
  }

  func read(_ id: Int64, into page: PageBytes) throws -> Bool {
    reads += 1
    isAtRest = false
    guard let block = blocks[id] else { return false }
    block.withUnsafeBytes { page.fill(from: $0) }
    return true
  }

  func rest() { isAtRest = true }

  func pageNumber(segment: Int, atOrBefore term: UnsafeRawBufferPointer) throws -> Int64? {
    entries[segment]?.last { !term.lexicographicallyPrecedes($0.term) }?.page
  }

  func pageNumber(segment: Int, after term: UnsafeRawBufferPointer) throws -> Int64? {
    entries[segment]?.first { term.lexicographicallyPrecedes($0.term) }?.page
  }
}
