internal import IndexDefinition

/// A set of articles of one window, by their offset in it: a bit each.
struct WindowSet: ~Copyable {
  private static let wordCount = ColumnLayout.chunkSize / 64
  static let wholeWindow = 0..<ColumnLayout.chunkSize
  private let words: UnsafeMutablePointer<UInt64>

  init() {
    words = .allocate(capacity: Self.wordCount)
    words.initialize(repeating: 0, count: Self.wordCount)
  }

  deinit { words.deallocate() }

  @inline(__always)
  func insert(_ offset: Int) {
    assert(Self.wholeWindow.contains(offset), "offset \(offset) of a window")
    words[offset >> 6] |= 1 << UInt64(truncatingIfNeeded: offset & 63)
  }

  /// Removes the offsets of a part of the window; its ends are multiples of 64.
  func removeAll(in part: Range<Int> = wholeWindow) {
    assert(Self.isOfWholeWords(part), "\(part) of a window")
    (words + part.lowerBound >> 6).update(repeating: 0, count: part.count >> 6)
  }

  /// Calls `body` with each offset of a part of the window, ascending.
  @inline(__always)
  func forEach(in part: Range<Int> = wholeWindow, _ body: (Int) throws -> Void) rethrows {
    assert(Self.isOfWholeWords(part), "\(part) of a window")
    for index in part.lowerBound >> 6..<part.upperBound >> 6 {
      var word = words[index]
      while word != 0 {
        try body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// Writes the articles of a part of the window to `target`, which has room for them.
  ///
  /// - Parameter part: Offsets; the ends are multiples of 64.
  func rows(
    from first: UInt32, in part: Range<Int> = wholeWindow,
    into target: UnsafeMutablePointer<UInt32>
  ) -> Rows {
    assert(first & ColumnLayout.offsetMask == 0, "\(first) begins a window")
    var count = 0
    forEach(in: part) { offset in
      target[count] = first | UInt32(truncatingIfNeeded: offset)
      count &+= 1
    }
    return Rows(start: target, count: count)
  }

  private static func isOfWholeWords(_ part: Range<Int>) -> Bool {
    part.clamped(to: wholeWindow) == part && part.lowerBound & 63 == 0 && part.upperBound & 63 == 0
  }
}
