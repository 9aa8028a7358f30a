import SQLite
import Testing

/// Large values read into the caller's memory.
struct BlobReaderTests {
  @Test func theBytesAreThere() throws {
    let connection = try Connection.inMemory()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try connection.execute("CREATE TABLE t(a)")
    try connection.execute("INSERT INTO t VALUES (?), (x'')", .blob(bytes))
    let reader = BlobReader(connection, table: "t", column: "a")
    for (row, expected) in [(1, bytes), (2, [])] as [(Int64, [UInt8])] {
      var asked: Int?
      let read = try reader.read(row) { count in
        asked = count
        return .allocate(byteCount: max(count, 1), alignment: 8)
      }
      defer { read.baseAddress?.deallocate() }
      #expect(asked == expected.count)
      #expect(Array(read) == expected)
    }
    #expect(!connection.holdsTransaction)
  }

  @Test(arguments: [("t", "a", 9), ("t", "z", 1), ("none", "a", 1)] as [(String, String, Int64)])
  func whatIsNotThereIsAnErrorThatNamesThePlace(table: String, column: String, row: Int64) throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (x'01')")
    let reader = BlobReader(connection, table: table, column: column)
    let error = #expect(throws: SQLiteError.self) {
      _ = try reader.read(row) { .allocate(byteCount: $0, alignment: 1) }
    }
    #expect(error?.code == .error)
    #expect(error?.sql == "\(table).\(column)")
    #expect(!connection.holdsTransaction)
  }
}
