/// Counting occurrences without decoding them: a position is one varint, and a varint ends with its
/// one byte below 0x80.
///
/// Eight bytes are handled at once, a flag for each in its high bit. A byte 1 is the mark of a
/// column or, seldom, the end of a longer varint; lists in which that is not told at a glance are
/// left to ``frequenciesByByte()``.
extension PositionList {
  /// Occurrences by column.
  ///
  /// Bytes that are no poslist give wrong counts, never negative ones.
  @inlinable @inline(__always)
  public var frequencies: ColumnFrequencies {
    if let second = occurrencesInSecond { return ColumnFrequencies(second: second) }
    return frequenciesByColumn()
  }

  /// The count of a list of three to ten bytes that is `01 01` and positions in that column, as
  /// most are; else nil.
  @inlinable @inline(__always)
  package var occurrencesInSecond: Int? {
    guard UInt(bitPattern: byteCount &- 3) < 8, startsSecondColumn(at: 0) else { return nil }
    // Zero bytes in place of those that are not the list's: no byte 1, no high bit.
    let word = self.word(at: 2) << UInt64(truncatingIfNeeded: (10 &- byteCount) &* 8)
    let unfinished = word & Self.highBits
    guard !Self.hasMark(word, tails: unfinished << 8) else { return nil }
    return byteCount &- 2 &- Self.countFlags(unfinished)
  }

  /// How many bytes at most hold the positions in column 0, and so how many of these there are at
  /// most; told by the first eight bytes alone.
  @inlinable @inline(__always)
  package var firstColumnLimit: Int {
    let word = word(at: 0)
    let marks = Self.marks(word, tails: (word & Self.highBits) << 8)
    return min(marks == 0 ? .max : marks.trailingZeroBitCount >> 3, byteCount)
  }

  @inlinable @inline(never)
  func frequenciesByColumn() -> ColumnFrequencies {
    frequenciesByWord() ?? frequenciesByByte()
  }

  /// The counts of a list that has positions in the first two columns only and no byte 1 in them.
  @inlinable @inline(__always)
  func frequenciesByWord() -> ColumnFrequencies? {
    var counts = ColumnFrequencies()
    var offset = 0
    while offset < byteCount, byte(at: offset) != 1 {
      counts.first &+= byte(at: offset) < 0x80 ? 1 : 0
      offset &+= 1
    }
    if offset == byteCount { return counts }
    guard startsSecondColumn(at: offset), offset &+ 2 < byteCount,
      offset == 0 || byte(at: offset &- 1) < 0x80,
      let second = endsOfVarints(from: offset &+ 2)
    else { return nil }
    counts.second = second
    return counts
  }

  /// The bytes from `offset` on, before the end, that end a varint; nil when one of them is 1.
  @inlinable @inline(__always)
  func endsOfVarints(from offset: Int) -> Int? {
    var at = offset
    var count = byteCount &- offset
    var carry: UInt64 = 0
    var marks: UInt64 = 0
    while at < byteCount {
      let rest = byteCount &- at
      let word = self.word(at: at) & (rest < 8 ? ~(UInt64.max &<< UInt64(rest &* 8)) : .max)
      let unfinished = word & Self.highBits
      marks |= Self.marks(word, tails: unfinished << 8 | carry)
      count &-= Self.countFlags(unfinished)
      carry = unfinished >> 56
      at &+= 8
    }
    return marks == 0 ? count : nil
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

  @inlinable @inline(__always)
  func startsSecondColumn(at offset: Int) -> Bool {
    assert(0...byteCount ~= offset, "byte \(offset) of a poslist of \(byteCount)")
    return start.loadUnaligned(fromByteOffset: offset, as: UInt16.self) == 0x0101
  }

  @inlinable @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    assert(0..<byteCount ~= offset, "byte \(offset) of a poslist of \(byteCount)")
    return start.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inlinable @inline(__always)
  func word(at offset: Int) -> UInt64 {
    assert(
      0...byteCount + PageBytes.padding - 8 ~= offset, "a word at \(offset) runs past the padding")
    return UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inlinable @inline(__always)
  static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether any byte is 1 that does not end a longer varint, as those flagged in `tails` do.
  ///
  /// May be wrong for a byte 0 after one that is 1: then it is said to be a mark.
  @inlinable @inline(__always)
  static func hasMark(_ word: UInt64, tails: UInt64) -> Bool { marks(word, tails: tails) != 0 }

  /// The high bits of the bytes that ``hasMark(_:tails:)`` tells of.
  @inlinable @inline(__always)
  static func marks(_ word: UInt64, tails: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return ((word ^ ones) &- ones) & ~word & highBits & ~tails
  }

  /// How many of the bytes have their high bit set, where nothing else is.
  @inlinable @inline(__always)
  static func countFlags(_ flags: UInt64) -> Int {
    Int(truncatingIfNeeded: ((flags >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }
}
