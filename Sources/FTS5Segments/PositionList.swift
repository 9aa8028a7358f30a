/// Where a term occurs in one row: a poslist's bytes, valid until the cursor moves.
///
/// The bytes (`fts5_index.c`, "poslist format") are the positions in column 0, then for every
/// further column that has any a byte 1, the column's number and its positions. The first position
/// of a column is stored plus 2, every other as its distance from the one before plus 2, so that
/// no position is taken for the byte 1. All are varints.
@usableFromInline
package struct PositionList {
  @usableFromInline let start: UnsafeRawPointer
  /// Size in bytes, 0 only for a delete marker; ``PageBytes`` padding follows.
  @usableFromInline package let byteCount: Int

  @inlinable
  init(start: UnsafeRawPointer, byteCount: Int) {
    assert(0...Int(Int32.max) ~= byteCount, "a poslist of \(byteCount) bytes")
    self.start = start
    self.byteCount = byteCount
  }
}

/// How often a term occurs in each column of one row.
@usableFromInline
package struct ColumnFrequencies: Sendable, Equatable {
  /// Occurrences in columns 0 and 1, and in all others together.
  @usableFromInline package var first = 0
  @usableFromInline package var second = 0
  @usableFromInline package var others = 0

  @inlinable
  package init(first: Int = 0, second: Int = 0, others: Int = 0) {
    self.first = first
    self.second = second
    self.others = others
  }

  @inlinable package var total: Int { first + second + others }
}
