/// Counting occurrences without decoding them: a position is one varint, and a varint is one byte
/// below 0x80.
extension PositionList {
  /// Occurrences by column.
  ///
  /// Bytes that are no poslist give wrong counts, never negative ones.
  @inlinable @inline(__always)
  package var frequencies: ColumnFrequencies {
    if byteCount <= 8 { return frequenciesOfWord() ?? frequenciesByByte() }
    return frequenciesByByte()
  }

  /// The counts of a list of at most eight bytes that names at most one column; else nil.
  ///
  /// All eight bytes are handled at once, a flag for each in its high bit.
  @inlinable @inline(__always)
  func frequenciesOfWord() -> ColumnFrequencies? {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let unused = UInt64(truncatingIfNeeded: 64 &- 8 &* byteCount)
    let word =
      UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) & (UInt64.max >> unused)
    let ends = ~word & (highBits >> unused)
    let markers = Self.bytesEqualToOne(word) & ~((word & highBits) << 8)
    let total = Self.countFlags(ends)
    if markers == 0 { return ColumnFrequencies(first: total) }
    let marker = markers & (0 &- markers)
    let column = (word >> UInt64(marker.trailingZeroBitCount &+ 1)) & 0xFF
    let further = markers & ~(marker | marker << 8)
    if further != 0 || column >= 0x80 { return nil }
    let before = Self.countFlags(ends & (marker &- 1))
    let named = max(total &- before &- 2, 0)
    return column == 1
      ? ColumnFrequencies(first: before, second: named)
      : ColumnFrequencies(first: before, others: named)
  }

  /// The high bit of every byte that is 1.
  @inlinable @inline(__always)
  static func bytesEqualToOne(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let differing = word ^ 0x0101_0101_0101_0101
    return ~(((differing & low) &+ low) | differing | low)
  }

  /// How many of the bytes have their high bit set, where nothing else is.
  @inlinable @inline(__always)
  static func countFlags(_ flags: UInt64) -> Int {
    Int(truncatingIfNeeded: ((flags >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }

  @inlinable
  func frequenciesByByte() -> ColumnFrequencies {
    var counts = ColumnFrequencies()
    var offset = 0
    var column: UInt64 = 0
    while offset < byteCount {
      let value = start.varint(at: &offset)
      if value == 1 {
        column = start.varint(at: &offset)
      } else {
        switch column {
        case 0: counts.first &+= 1
        case 1: counts.second &+= 1
        default: counts.others &+= 1
        }
      }
    }
    return counts
  }
}
