internal import CSystemSQLite

/// A row copied out of SQLite, for the cold paths: good for as long as one likes.
///
/// What is read by the million goes through ``Statement`` in place.
package struct Row: Sendable, Equatable {
  /// In the order of the columns.
  package let values: [SQLValue]
  private let names: [String]

  /// Copies the row that `statement` stands at.
  init(_ statement: Statement) {
    let columns = 0..<statement.columnCount
    names = columns.map(statement.columnName)
    values = columns.map(statement.value)
  }

  /// The first column of this name (the alias where there is one); NULL where there is none.
  package subscript(name: String) -> SQLValue {
    names.firstIndex(of: name).map { values[$0] } ?? .null
  }

  /// The column's number; 0 for anything else.
  package func integer(_ name: String) -> Int64 {
    optionalInteger(name) ?? 0
  }

  /// The column's text; empty for anything else.
  package func text(_ name: String) -> String {
    optionalText(name) ?? ""
  }

  /// The column's number; nil for anything else.
  package func optionalInteger(_ name: String) -> Int64? {
    if case .integer(let number) = self[name] { number } else { nil }
  }

  /// The column's text; nil for anything else.
  package func optionalText(_ name: String) -> String? {
    if case .text(let text) = self[name] { text } else { nil }
  }

  /// The column's bytes; none for anything else.
  package func blob(_ name: String) -> [UInt8] {
    if case .blob(let bytes) = self[name] { bytes } else { [] }
  }
}

extension Connection {
  /// All rows of a query, copied.
  package func rows(_ sql: String, _ values: SQLValue...) throws(SQLiteError) -> [Row] {
    let statement = try Statement(self, sql)
    try statement.bind(values)
    defer { statement.reset() }
    var rows: [Row] = []
    while try statement.step() { rows.append(Row(statement)) }
    return rows
  }

  /// The first column of all rows, those with NULL left out.
  package func values<V: ColumnValue>(
    _ sql: String, _ values: SQLValue...
  ) throws(SQLiteError) -> [V] {
    try self.values(sql, values)
  }

  /// As ``values(_:_:)``, with the values in a list.
  package func values<V: ColumnValue>(
    _ sql: String, _ values: [SQLValue]
  ) throws(SQLiteError) -> [V] {
    let statement = try Statement(self, sql)
    try statement.bind(values)
    defer { statement.reset() }
    var found: [V] = []
    while try statement.step() {
      if let value = V.value(of: 0, in: statement) { found.append(value) }
    }
    return found
  }

  /// The first column of the first row; nil when there is no row, or NULL in it.
  package func value<V: ColumnValue>(
    _ sql: String, _ values: SQLValue...
  ) throws(SQLiteError) -> V? {
    let statement = try Statement(self, sql)
    try statement.bind(values)
    defer { statement.reset() }
    return try statement.step() ? V.value(of: 0, in: statement) : nil
  }
}
