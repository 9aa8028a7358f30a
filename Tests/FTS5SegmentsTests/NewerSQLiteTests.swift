import FTS5Segments
import Foundation
import GRDB
import TestSupport
import Testing

/// Tables that SQLite 3.54 wrote; `make-newer-sqlite.py` beside the file says how.
struct NewerSQLiteTests {
  private let path = fixtures.appendingPathComponent("segments/newer-sqlite.sqlite").path

  @Test func readsAPlainTable() throws {
    let queue = try DatabaseQueue(path: path, configuration: Self.readOnly)
    try queue.inDatabase { database in
      try database.execute(
        sql: "CREATE VIRTUAL TABLE temp.instance USING fts5vocab(main, fts, instance)")
      try database.expectReaderEqualToStock("SQLite 3.54")
    }
  }

  @Test func refusesSecureDelete() throws {
    try expectUnsupported("secure", "version 5")
  }

  @Test func refusesContentlessDelete() throws {
    try expectUnsupported("contentless", "structure version 2 (contentless_delete)")
  }

  private func expectUnsupported(_ table: String, _ what: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: Self.readOnly)
    try queue.read { database in
      #expect(throws: SegmentError.unsupported(what)) { try database.segmentReader(table) }
    }
  }

  private static var readOnly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }
}
