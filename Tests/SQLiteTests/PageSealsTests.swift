import CPageSeals
import Foundation
import SQLite
import TestSupport
import Testing

/// Every page of a file has a checksum that is looked at when the page is first read.
struct PageSealsTests {
  private static let pageSize = 1024

  /// A file of some pages, closed, with no log beside it.
  private func withFile(_ body: (_ path: String, _ pages: Int) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("a.db").path
      let connection = try Connection(path, .readWrite)
      try connection.setPageSize(bytes: Self.pageSize)
      try connection.setPageSeals()
      try connection.setJournal(.wal)
      try connection.execute(
        """
        CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT); CREATE INDEX i ON t(b);
        WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300)
        INSERT INTO t SELECT x, printf('%04d of many rows, some of them long: %s', x,
          iif(x % 50 = 0, hex(zeroblob(2000)), '')) FROM n
        """)
      connection.close()
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
      try body(path, try Data(contentsOf: URL(fileURLWithPath: path)).count / Self.pageSize)
    }
  }

  /// Reads every page of the two trees.
  private func readAll(_ path: String) throws -> PageSeals? {
    let connection = try Connection(path, .readOnly)
    let rows: Int? = try connection.value("SELECT count(*) FROM t WHERE length(b || '') > 0")
    let entries: Int? = try connection.value("SELECT count(*) FROM t INDEXED BY i WHERE b > ''")
    #expect(rows == 300 && entries == 300)
    return try connection.pageSeals()
  }

  private func change(_ path: String, _ body: (inout Data) -> Void) throws {
    let url = URL(fileURLWithPath: path)
    var data = try Data(contentsOf: url)
    body(&data)
    try data.write(to: url)
  }

  @Test func theSumIsTheOneThatAllCallCRC32C() {
    let digits = Array("123456789".utf8)
    #expect(page_seals_crc32c(0, digits, UInt64(digits.count)) == 0xE306_9283)
    let first = page_seals_crc32c(0, digits, 4)
    #expect(page_seals_crc32c(first, Array(digits[4...]), 5) == 0xE306_9283)
  }

  @Test func everyPageOfAFileFitsItsSeal() throws {
    try withFile { path, pages in
      #expect(pages > 40)
      let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      for number in 1...pages {
        let page = data[(number - 1) * Self.pageSize..<number * Self.pageSize]
        #expect(Array(page).withUnsafeBytes { PageSeal.fits($0, number: number) }, "page \(number)")
      }
      let seals = try readAll(path)
      #expect(seals?.isSealed == true && seals?.unverifiedPages == 0 && seals?.refusedPage == nil)
    }
  }

  @Test func aCopyThatSQLiteMakesHasSealsOfItsOwn() throws {
    try withFile { path, _ in
      let copy = path + ".copy"
      let connection = try Connection(path, .readOnly)
      // Too small for the copy, whose first pages are then written before its header.
      try connection.setCache(kilobytes: 8)
      try connection.execute("VACUUM INTO ?", .text(copy))
      let seals = try readAll(copy)
      #expect(seals?.isSealed == true && seals?.unverifiedPages == 0)
      // Another program's has room for them, and says that it has none.
      try StockSQLite.execute("VACUUM INTO '\(copy)2'", on: path)
      let others = try readAll(copy + "2")
      #expect(others?.isSealed == true && (others?.unverifiedPages ?? 0) > 10)
    }
  }

  /// Also where the file is mapped.
  @Test(arguments: [false, true]) func aBitThatFlippedIsRefusedInEveryPage(isMapped: Bool) throws {
    try withFile { path, pages in
      var random = SeededGenerator(seed: 17)
      for number in 1...pages {
        // Of page 1 its header is what SQLite looks at first.
        let start = (number - 1) * Self.pageSize + (number == 1 ? 100 : 0)
        let place = Int.random(in: start..<number * Self.pageSize, using: &random)
        let bit = UInt8(1) << UInt8.random(in: 0...7, using: &random)
        try change(path) { $0[place] ^= bit }
        let connection = try Connection(path, .readOnly)
        if isMapped { try connection.execute("PRAGMA mmap_size = 16777216") }
        let error = #expect(throws: SQLiteError.self, "page \(number)") {
          let _: Int? = try connection.value("SELECT sum(length(b || '')) FROM t NOT INDEXED")
          let _: Int? = try connection.value(
            "SELECT sum(length(b || '')) FROM t INDEXED BY i WHERE b > ''")
        }
        #expect(error?.isDamage == true)
        #expect(error?.message == "page \(number) is not as it was written")
        try change(path) { $0[place] ^= bit }
      }
      _ = try readAll(path)
    }
  }

  @Test(arguments: ["swapped", "zeroed", "cut off"]) func aPageThatIsNoneIsRefused(
    _ damage: String
  ) throws {
    try withFile { path, pages in
      try change(path) { data in
        let last = data[(pages - 1) * Self.pageSize..<pages * Self.pageSize]
        let before = data[(pages - 2) * Self.pageSize..<(pages - 1) * Self.pageSize]
        data.removeLast(2 * Self.pageSize)
        switch damage {
        case "swapped": data += last + before
        case "zeroed": data += before + Data(count: Self.pageSize)
        default: data += before
        }
      }
      #expect(throws: SQLiteError.self) { _ = try readAll(path) }
    }
  }

  /// The counter in page 1 tells of them; what they wrote is read and counted.
  @Test func pagesOfAnotherProgramAreCountedAndRead() throws {
    try withFile { path, _ in
      try StockSQLite.execute("CREATE TABLE u(a); UPDATE t SET b = b || '!'", on: path)
      let seals = try readAll(path)
      #expect((seals?.unverifiedPages ?? 0) > 10)
      #expect(seals?.refusedPage == nil)
      // What this layer writes then does not make it forget.
      let writer = try Connection(path, .readWrite)
      try writer.execute("CREATE TABLE v(a)")
      writer.close()
      #expect((try readAll(path)?.unverifiedPages ?? 0) > 10)
      let sealer = try Connection(path, .readWrite)
      try sealer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      try sealer.sealAllPages()
      sealer.close()
      #expect(try readAll(path)?.unverifiedPages == 0)
    }
  }

  /// A change that page 1 does not tell of could be anything.
  @Test func aPageThatAnotherProgramChangedInSilenceIsRefused() throws {
    try withFile { path, _ in
      try StockSQLite.execute("UPDATE t SET b = '9' || substr(b, 2) WHERE a = 7", on: path)
      #expect(throws: SQLiteError.self) { _ = try readAll(path) }
    }
  }

  /// A writer that ends without a word leaves a log, which the next program takes into the file.
  @Test func aLogThatAnotherProgramTookInIsNoDamage() throws {
    try withFile { path, _ in
      let writer = try Connection(path, .readWrite)
      try writer.execute("UPDATE t SET b = b || '?'; CREATE TABLE u(a)")
      let left = path + ".left"
      for ending in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: path + ending, toPath: left + ending)
      }
      writer.close()
      try StockSQLite.execute("PRAGMA wal_checkpoint(TRUNCATE)", on: left)
      let seals = try readAll(left)
      #expect((seals?.unverifiedPages ?? 0) > 10)
      #expect(seals?.refusedPage == nil)
    }
  }

  @Test func aLenientConnectionReadsAndNotesThem() throws {
    try withFile { path, pages in
      // The row's text, not the tree.
      try change(path) { data in
        if let place = data.range(of: Data("0123 of many".utf8))?.lowerBound { data[place] = 0x39 }
      }
      let connection = try Connection(path, .readOnly)
      try connection.setLenient(true)
      let count: Int? = try connection.value("SELECT count(*) FROM t WHERE b || '' > ''")
      #expect(count == 300)
      #expect(try connection.refusedPages().count == 1)
      #expect(try connection.pageSeals()?.refusedPages == 1)
    }
  }

  @Test func aFileWithoutRoomForSealsIsReadAsItIs() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("b.db").path
      try StockSQLite.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)", on: path)
      let connection = try Connection(path, .readOnly)
      #expect(try connection.value("SELECT a FROM t") == 1)
      #expect(try connection.pageSeals()?.isSealed == false)
    }
  }
}
