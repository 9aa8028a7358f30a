/// One occurrence of a term in a row: the column and the token's number in it, from 0.
@usableFromInline
package struct Position: Sendable, Hashable {
  @usableFromInline package var column: Int
  @usableFromInline package var offset: Int

  @inlinable
  package init(column: Int, offset: Int) {
    self.column = column
    self.offset = offset
  }
}

/// Decodes a ``PositionList`` in order of column, then position.
@usableFromInline
package struct PositionIterator {
  @usableFromInline let list: PositionList
  @usableFromInline let columns: Int
  @usableFromInline var at = 0
  @usableFromInline var column = 0
  @usableFromInline var offset = 0

  /// `columns` is the table's number of columns: no other is ever given.
  @inlinable
  package init(_ list: PositionList, columns: Int) {
    self.list = list
    self.columns = columns
  }

  /// The next occurrence, nil after the last.
  ///
  /// - Throws: ``SegmentError/corrupt(_:)`` for bytes that are no poslist.
  @inlinable
  package mutating func next() throws(SegmentError) -> Position? {
    guard at < list.byteCount else { return nil }
    var value = list.start.varint(at: &at)
    if value == 1 { value = try enterColumn() }
    guard at <= list.byteCount, value >= 2, value <= 0x7FFF_FFFF else { throw Self.invalid }
    offset &+= Int(truncatingIfNeeded: value) &- 2
    guard offset <= 0x7FFF_FFFF else { throw Self.invalid }
    return Position(column: column, offset: offset)
  }

  /// Reads the column's number and the first value in it.
  @inlinable
  mutating func enterColumn() throws(SegmentError) -> UInt64 {
    let number = list.start.varint(at: &at)
    guard at < list.byteCount, number > UInt64(column), number < UInt64(columns) else {
      throw Self.invalid
    }
    column = Int(number)
    offset = 0
    return list.start.varint(at: &at)
  }

  @usableFromInline static var invalid: SegmentError {
    .corrupt("a position list does not decode")
  }
}
