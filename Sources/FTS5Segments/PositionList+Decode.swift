extension PositionList {
  /// Writes every occurrence to `target`, ascending, as `column << 32 | position`, positions
  /// counting tokens from 0; returns how many.
  ///
  /// - Parameters:
  ///   - target: Has room for ``byteCount`` of them.
  ///   - columns: The table's number of columns: no other is ever given.
  /// - Throws: ``SegmentError/corrupt(_:)`` for bytes that are no poslist.
  package func decode(
    into target: UnsafeMutablePointer<Int64>, columns: Int
  ) throws(SegmentError) -> Int {
    var (at, count) = (0, 0)
    var last: UInt64 = 0
    while at < byteCount {
      var value = start.varint(at: &at)
      if value == 1 {
        last = try enterColumn(after: last >> 32, of: columns, at: &at) << 32
        value = start.varint(at: &at)
      }
      guard at <= byteCount, value &- 2 <= Self.highest &- 2 else { throw Self.invalid }
      last &+= value &- 2
      guard last & 0xFFFF_FFFF <= Self.highest else { throw Self.invalid }
      assert(count < byteCount, "more occurrences than the target has room for")
      assert(
        count == 0 || target[count - 1] <= Int64(bitPattern: last), "occurrences do not ascend")
      target[count] = Int64(bitPattern: last)
      count &+= 1
    }
    return count
  }

  /// The number of the column that a mark names.
  private func enterColumn(
    after column: UInt64, of columns: Int, at offset: inout Int
  ) throws(SegmentError) -> UInt64 {
    let number = start.varint(at: &offset)
    guard offset < byteCount, number > column, number < UInt64(columns) else {
      throw Self.invalid
    }
    return number
  }

  /// Of positions, and of a position's stored form.
  private static var highest: UInt64 { 0x7FFF_FFFF }

  private static var invalid: SegmentError {
    .corrupt("a position list does not decode")
  }
}
