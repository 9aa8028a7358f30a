/// Where a term occurs in one row: a poslist's bytes, valid until the cursor moves.
///
/// ``frequencies`` counts, ``occurrences(columns:)`` tells every place.
///
/// The bytes (`fts5_index.c`, "poslist format") are the positions in column 0, then for every
/// further column that has any a byte 1, the column's number and its positions. The first position
/// of a column is stored plus 2, every other as its distance from the one before plus 2, so that
/// no position is taken for the byte 1. All are varints.
public struct PositionList {
  @usableFromInline let start: UnsafeRawPointer
  /// Size in bytes, 0 only for a delete marker; the padding of ``PageBytes`` follows.
  public let byteCount: Int

  @inlinable
  init(start: UnsafeRawPointer, byteCount: Int) {
    assert(0...Int(Int32.max) ~= byteCount, "a poslist of \(byteCount) bytes")
    self.start = start
    self.byteCount = byteCount
  }
}

/// How often a term occurs in each column of one row.
public struct ColumnFrequencies: Sendable, Equatable {
  /// Occurrences in column 0.
  public var first = 0
  /// Occurrences in column 1.
  public var second = 0
  /// Occurrences in all further columns together.
  public var others = 0

  @inlinable
  package init(first: Int = 0, second: Int = 0, others: Int = 0) {
    self.first = first
    self.second = second
    self.others = others
  }

  /// Occurrences in the row.
  @inlinable public var total: Int { first + second + others }
}
