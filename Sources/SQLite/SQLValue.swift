/// A value on its way into a statement, or out of a ``Row``.
package enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// The text, or NULL where there is none.
  package init(_ text: String?) {
    self = text.map(SQLValue.text) ?? .null
  }

  /// The number, or NULL where there is none.
  package init(_ number: Int64?) {
    self = number.map(SQLValue.integer) ?? .null
  }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral text: String) {
    self = .text(text)
  }

  package init(integerLiteral number: Int64) {
    self = .integer(number)
  }
}

/// What can be read from a column of the row that a statement stands at.
package protocol ColumnValue {
  /// Nil for NULL.
  static func value(of column: Int32, in row: Statement) -> Self?
}

extension Int64: ColumnValue {
  package static func value(of column: Int32, in row: Statement) -> Int64? {
    row.isNull(column) ? nil : row.integer(column)
  }
}

extension Int: ColumnValue {
  package static func value(of column: Int32, in row: Statement) -> Int? {
    row.isNull(column) ? nil : Int(row.integer(column))
  }
}

extension UInt32: ColumnValue {
  package static func value(of column: Int32, in row: Statement) -> UInt32? {
    row.isNull(column) ? nil : UInt32(truncatingIfNeeded: row.integer(column))
  }
}

extension String: ColumnValue {
  package static func value(of column: Int32, in row: Statement) -> String? {
    row.optionalText(column)
  }
}

extension [UInt8]: ColumnValue {
  package static func value(of column: Int32, in row: Statement) -> [UInt8]? {
    row.isNull(column) ? nil : Array(row.bytes(column))
  }
}
