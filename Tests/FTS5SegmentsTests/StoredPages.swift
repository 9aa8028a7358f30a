import FTS5Segments
import SQLite

/// The rows of an FTS5 table's `%_data` and `%_idx`, taken into memory, where they can be damaged.
final class StoredPages: SegmentPages {
  var blocks: [Int64: [UInt8]] = [:]
  /// How many blocks were asked for.
  private(set) var reads = 0
  /// Whether nobody is reading.
  private(set) var isAtRest = true
  /// The entries of `%_idx` by segment, in order of term.
  private var entries: [Int: [(term: [UInt8], page: Int64)]] = [:]

  init(_ database: Connection, table: String = "fts") throws {
    for row in try database.rows("SELECT id, block FROM \(table)_data") {
      blocks[row.integer("id")] = row.blob("block")
    }
    let sql =
      "SELECT segid, CAST(term AS BLOB) AS term, pgno FROM \(table)_idx ORDER BY segid, term"
    for row in try database.rows(sql) {
      entries[Int(row.integer("segid")), default: []].append(
        (row.blob("term"), row.integer("pgno")))
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
