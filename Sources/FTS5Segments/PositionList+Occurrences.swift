extension PositionList {
  /// One place where a term stands.
  public struct Occurrence: Sendable, Hashable {
    /// The column of the table, counted from 0.
    public var column: Int
    /// The token of the column's text, counted from 0.
    public var position: Int
  }

  /// Every occurrence, ascending by column and position; they outlive the cursor's next step.
  ///
  /// - Parameter columns: ``SegmentReader/columns``: no other column is ever given.
  /// - Throws: ``SegmentError/corrupt(_:)`` for bytes that are no poslist.
  public func occurrences(columns: Int) throws -> [Occurrence] {
    try withUnsafeTemporaryAllocation(of: Int64.self, capacity: byteCount) { packed in
      guard let start = packed.baseAddress else { return [] }
      let count = try decode(into: start, columns: columns)
      return packed.prefix(count).map {
        Occurrence(column: Int($0 >> 32), position: Int($0 & 0xFFFF_FFFF))
      }
    }
  }
}
