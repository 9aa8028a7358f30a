import FTS5Segments
import Foundation
import SQLite
import TestSupport
import Testing

/// Files that other versions of SQLite wrote, against what these versions themselves read.
struct SQLiteVersionsTests {
  @Test(arguments: try filesOfSQLiteVersions())
  func readsWhatTheVersionThatWroteItReads(file: URL) throws {
    do {
      let database = try Connection(file.path, .readOnly)
      let history: String? = try database.value("SELECT history FROM written")
      try database.expect(
        database.segmentReader("article_fts"),
        gives: "SELECT term, doc, col, offset FROM occurrence ORDER BY 1, 2, 3, 4",
        "\(file.lastPathComponent): \(history ?? "")")
    }
  }

  @Test(arguments: try filesOfSQLiteVersions())
  func leavesToFTS5WhatIsOfAnotherKind(file: URL) throws {
    do {
      let database = try Connection(file.path, .readOnly)
      let found: String? = try database.value("SELECT sqlite FROM written")
      let version = try #require(found)
      let minor = try #require(version.split(separator: ".").dropFirst().first.flatMap { Int($0) })
      let kinds = [
        (since: 42, table: "secure_fts", reason: "version 5"),
        (since: 43, table: "contentless_fts", reason: "structure version 2 (contentless_delete)"),
      ]
      let tables: [String] = try database.values("SELECT name FROM sqlite_schema")
      for kind in kinds {
        #expect(tables.contains("\(kind.table)_data") == (minor >= kind.since))
        guard minor >= kind.since else { continue }
        #expect(throws: SegmentError.unsupported(kind.reason)) {
          _ = try database.segmentReader(kind.table)
        }
      }
    }
  }
}
