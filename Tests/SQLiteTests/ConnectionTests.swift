import Foundation
import SQLite
import TestSupport
import Testing

/// Opening, closing, and what a connection says of itself.
struct ConnectionTests {
  @Test func aMissingFileCannotBeOpenedForReading() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("none.db").path
      let error = #expect(throws: SQLiteError.self) { _ = try Connection(path, .readOnly) }
      #expect(error?.code == .cannotOpen)
      #expect(error?.path == path)
      #expect(error?.sql == nil)
      #expect(error?.message == "unable to open database file")
    }
  }

  @Test func aFileThatIsNoDatabaseShowsAtTheFirstStatement() throws {
    try withTemporaryDirectory { folder in
      let file = folder.appendingPathComponent("text.db")
      try String(repeating: "no database ", count: 100).write(
        to: file, atomically: true, encoding: .utf8)
      let connection = try Connection(file.path, .readOnly)
      let error = #expect(throws: SQLiteError.self) {
        _ = try connection.rows("SELECT * FROM sqlite_schema")
      }
      #expect(error?.code == .notADatabase)
      #expect(error?.sql == "SELECT * FROM sqlite_schema")
    }
  }

  /// To SQLite itself these are a URI and no file at all.
  @Test(arguments: ["file:odd?mode=ro", ":memory:", "with space #1%41?.db"])
  func aPathIsAlwaysAPlainName(name: String) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent(name).path
      try Connection(path, .readWrite).execute("CREATE TABLE t(a); INSERT INTO t VALUES (7)")
      #expect(FileManager.default.fileExists(atPath: path))
      for mode in [Connection.Mode.readOnly, .immutable] {
        let found: Int? = try Connection(path, mode).value("SELECT a FROM t")
        #expect(found == 7)
      }
    }
  }

  @Test func aReaderDoesNotWrite() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("a.db").path
      try Connection(path, .readWrite).execute("CREATE TABLE t(a)")
      let error = #expect(throws: SQLiteError.self) {
        try Connection(path, .readOnly).execute("INSERT INTO t VALUES (1)")
      }
      #expect(error?.code == .readOnly)
    }
  }

  @Test func whatIsAskedOfAClosedConnectionIsAnError() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a)")
    connection.close()
    connection.close()
    #expect(!connection.isInTransaction)
    for ask in [
      { try connection.execute("SELECT 1") }, { _ = try connection.rows("SELECT 1") },
      { _ = try Statement(connection, "SELECT 1") },
      { _ = try BlobReader(connection, table: "t", column: "a").read(1) { _ in .none() } },
    ] {
      let error = #expect(throws: SQLiteError.self) { try ask() }
      #expect(error?.code == .misuse)
      #expect(error?.message == "the connection is closed")
    }
  }

  @Test func settingsAreSet() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("a.db").path
      let connection = try Connection(path, .readWrite)
      try connection.setPageSize(bytes: 8192)
      #expect(try connection.journal() == .delete)
      try connection.setJournal(.wal)
      try connection.setCache(kilobytes: 777)
      #expect(try connection.journal() == .wal)
      let settings: [Int?] = try ["page_size", "cache_size"].map {
        try connection.value("PRAGMA \($0)")
      }
      #expect(settings == [8192, -777])
      let memory = try Connection.inMemory()
      #expect(try memory.journal() == nil)
    }
  }

  @Test func aChangeByAnotherConnectionChangesTheVersion() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("a.db").path
      let (one, other) = (try Connection(path, .readWrite), try Connection(path, .readWrite))
      try one.execute("CREATE TABLE t(a)")
      let before = try other.dataVersion()
      try other.execute("INSERT INTO t VALUES (1)")
      #expect(try other.dataVersion() == before)
      try one.execute("INSERT INTO t VALUES (2)")
      #expect(try other.dataVersion() != before)
      #expect(other.totalChanges == 1)
    }
  }

  @Test func theLibraryKnowsItself() {
    #expect(SQLiteLibrary.versionNumber >= 3_038_000)
    #expect(SQLiteLibrary.version.hasPrefix("3."))
    #expect(SQLiteLibrary.hasFTS5)
  }

  // MARK: - What debug builds stop at

  #if DEBUG
    @Test func twoThreadsAtOnceAreAMistake() async {
      await #expect(processExitsWith: .failure) {
        let connection = try Connection.inMemory()
        nonisolated(unsafe) let shared = connection
        let thread = Thread { try? shared.execute("SELECT 1") }
        thread.start()
        while !thread.isFinished { usleep(1000) }
      }
    }

    @Test func aThreadThatClaimsTheConnectionMayUseIt() async {
      await #expect(processExitsWith: .success) {
        let connection = try Connection.inMemory()
        nonisolated(unsafe) let shared = connection
        let thread = Thread {
          shared.claim()
          try? shared.execute("SELECT 1")
        }
        thread.start()
        while !thread.isFinished { usleep(1000) }
      }
    }

    @Test func aStatementStillOpenAtCloseIsAMistake() async {
      await #expect(processExitsWith: .failure) {
        let connection = try Connection.inMemory()
        let statement = try Statement(connection, "SELECT 1")
        connection.close()
        withExtendedLifetime(statement) {}
      }
    }
  #endif

  /// Each thread adds to what it read, which only the turns keep right.
  @Test func threadsUseASharedConnectionInTurn() async throws {
    let connection = SharedConnection(try .inMemory())
    try connection.use { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (0)") }
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<50 {
            try connection.use { connection in
              let value: Int64 = try connection.value("SELECT a FROM t") ?? 0
              try connection.execute("UPDATE t SET a = ?", .integer(value + 1))
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let sum: Int? = try connection.use { try $0.value("SELECT a FROM t") }
    #expect(sum == 400)
  }
}

extension UnsafeMutableRawPointer {
  /// Memory that nobody writes to.
  fileprivate static func none() -> UnsafeMutableRawPointer {
    .allocate(byteCount: 1, alignment: 1)
  }
}
