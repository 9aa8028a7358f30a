import FTS5Segments
import Foundation
import GRDB

/// The pages of the FTS5 table `fts` of a database, read by SQL.
final class DatabasePages: SegmentPages {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func read(_ id: Int64, into page: PageBytes) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT block FROM fts_data WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return false }
    try row.withUnsafeData(atIndex: 0) { data in
      (data ?? .init()).withUnsafeBytes { page.fill(from: $0) }
    }
    return true
  }

  func pageNumber(segment: Int, atOrBefore term: UnsafeRawBufferPointer) throws -> Int64? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT pgno FROM fts_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1
        """)
    return try Int64.fetchOne(statement, arguments: [segment, Data(term)])
  }

  func pageNumber(segment: Int, after term: UnsafeRawBufferPointer) throws -> Int64? {
    let statement = try database.cachedStatement(
      sql: "SELECT pgno FROM fts_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1")
    return try Int64.fetchOne(statement, arguments: [segment, Data(term)])
  }
}
