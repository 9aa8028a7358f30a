import SQLite
import Testing

/// Values in, rows out, and what goes wrong on the way.
struct StatementTests {
  private static let values: [SQLValue] = [
    .null, 0, -1, .integer(.max), .integer(.min), .real(0.5), "", "a", .text("with\0NUL"),
    .text("習近平 é"), .blob([]), .blob([0, 255, 10]),
  ]

  @Test(arguments: values) func aValueComesBackAsItWasBound(value: SQLValue) throws {
    let connection = try Connection.inMemory()
    let rows = try connection.rows("SELECT ?1 AS value, typeof(?1) AS type", value)
    #expect(rows.map(\.values.first) == [value])
    let type =
      switch value {
      case .null: "null"
      case .integer: "integer"
      case .real: "real"
      case .text: "text"
      case .blob: "blob"
      }
    #expect(rows.first?.text("type") == type)
  }

  @Test func columnsAreReadInPlace() throws {
    let connection = try Connection.inMemory()
    let statement = try Statement(connection, "SELECT 7, NULL, 'né', x'00ff'")
    let found = try #require(
      try statement.first { row in
        (
          row.integer(0), row.isNull(1), row.optionalText(1), row.text(2), Array(row.bytes(2)),
          Array(row.bytes(3)), row.bytes(1).count
        )
      })
    #expect(found.0 == 7)
    #expect(found.1)
    #expect(found.2 == nil)
    #expect(found.3 == "né")
    #expect(found.4 == Array("né".utf8))
    #expect(found.5 == [0, 255])
    #expect(found.6 == 0)
  }

  @Test func rowsComeInOrderAndEnd() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2), (NULL), (4)")
    let all = try Statement(connection, "SELECT a FROM t")
    var seen: [Int64] = []
    try all.forEach { seen.append($0.integer(0)) }
    #expect(seen == [1, 2, 0, 4])
    seen = []
    try all.walk {
      seen.append($0.integer(0))
      return seen.count < 2
    }
    #expect(seen == [1, 2])
    let above = try Statement(connection, "SELECT a FROM t WHERE a > ?")
    seen = []
    try above.forEach(of: 1) { seen.append($0.integer(0)) }
    #expect(seen == [2, 4])
    #expect(try above.first(of: 4) { $0.integer(0) } == nil)
    above.start(at: 2)
    #expect(try above.step())
    #expect(try !above.step())
    #expect(try connection.values("SELECT a FROM t") == [1, 2, 4])
    #expect(try connection.value("SELECT a FROM t WHERE a IS NULL") == nil as Int?)
    #expect(try connection.value("SELECT a FROM t WHERE a > 9") == nil as String?)
  }

  /// A statement goes back to the cache without its place and its values.
  @Test func aStatementIsPreparedOnceAndComesBackClean() throws {
    let connection = try Connection.inMemory()
    let sql = "SELECT ?"
    do {
      let first = try Statement(connection, sql)
      #expect(try first.first("kept") { $0.text(0) } == "kept")
      first.start(at: 5)
      _ = try first.step()
    }
    let again = try Statement(connection, sql)
    #expect(try again.step())
    #expect(again.isNull(0))
    #expect(!connection.isInTransaction)
  }

  @Test func twoStatementsOfOneSQLAreTwo() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
    let sql = "SELECT a FROM t"
    let (one, other) = (try Statement(connection, sql), try Statement(connection, sql))
    #expect(try one.step())
    #expect(try one.step())
    #expect(try other.step())
    #expect(one.integer(0) == 2)
    #expect(other.integer(0) == 1)
  }

  /// More than the cache keeps, and again.
  @Test func manyStatementsComeAndGo() throws {
    let connection = try Connection.inMemory()
    for _ in 0..<2 {
      for number in 0..<300 {
        #expect(try connection.value("SELECT \(number)") == number)
      }
    }
    connection.close()
  }

  @Test func whatIsNoSQLIsAnErrorWithTheSQL() throws {
    let connection = try Connection.inMemory()
    let error = #expect(throws: SQLiteError.self) { _ = try Statement(connection, "SELEKT 1") }
    #expect(
      error
        == SQLiteError(
          extendedCode: 1, message: #"near "SELEKT": syntax error"#, sql: "SELEKT 1",
          path: ":memory:"))
    #expect(
      error?.description
        == #":memory:: near "SELEKT": syntax error (SQLite error 1) in: SELEKT 1"#)
    let nothing = #expect(throws: SQLiteError.self) { _ = try Statement(connection, " -- none") }
    #expect(nothing?.code == .misuse)
    #expect(throws: SQLiteError.self) { try connection.execute("SELECT 1; SELEKT 2") }
  }

  /// Values may be the user's secrets.
  @Test func aConstraintHasItsExtendedCodeAndHidesTheValues() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a TEXT PRIMARY KEY) STRICT")
    let insert = try Statement(connection, "INSERT INTO t VALUES (?)")
    try insert.run("secret")
    let error = #expect(throws: SQLiteError.self) { try insert.run("secret") }
    #expect(error?.extendedCode == 1555)
    #expect(error?.code == .constraint)
    #expect(error?.message == "UNIQUE constraint failed: t.a")
    #expect(error?.description.contains("secret") == false)
    // The statement is as good as before.
    try insert.run("other")
    #expect(try connection.values("SELECT a FROM t ORDER BY 1") == ["other", "secret"])
  }

  @Test func moreValuesThanParametersAreAnError() throws {
    let connection = try Connection.inMemory()
    let error = #expect(throws: SQLiteError.self) { try connection.execute("SELECT ?", 1, 2) }
    #expect(error?.extendedCode == 25)
  }

  #if DEBUG
    @Test func aParameterWithoutAValueStopsTheProgram() async {
      await #expect(processExitsWith: .failure) {
        _ = try Connection.inMemory().rows("SELECT ?, ?", 1)
      }
    }

    @Test func aColumnThatIsNotThereStopsTheProgram() async {
      await #expect(processExitsWith: .failure) {
        let statement = try Statement(Connection.inMemory(), "SELECT 1")
        _ = try statement.first { $0.integer(1) }
      }
    }
  #endif

  @Test func anErrorOfTheReaderEndsTheStatement() throws {
    struct Odd: Error {}
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
    let statement = try Statement(connection, "SELECT a FROM t")
    #expect(throws: Odd.self) { try statement.forEach { _ in throw Odd() } }
    #expect(throws: Odd.self) { try statement.first { _ -> Int in throw Odd() } }
    #expect(!connection.holdsTransaction)
  }

  @Test func aRowIsReadByNameAndNumber() throws {
    let connection = try Connection.inMemory()
    let row = try #require(
      try connection.rows("SELECT 3 AS n, 'x' AS t, x'01' AS b, NULL AS z").first)
    #expect(row.integer("n") == 3)
    #expect(row.optionalInteger("t") == nil)
    #expect(row.text("t") == "x")
    #expect(row.optionalText("z") == nil)
    #expect(row.text("n") == "")
    #expect(row.blob("b") == [1])
    #expect(row.blob("t") == [])
    #expect(row["t"] == "x")
    #expect(row["none"] == .null)
  }
}
