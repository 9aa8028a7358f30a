internal import IndexDefinition

/// A set of articles of one window, by their offset in it: a bit each.
struct WindowSet: ~Copyable {
  private static let wordCount = ColumnLayout.chunkSize / 64
  private let words: UnsafeMutablePointer<UInt64>

  init() {
    words = .allocate(capacity: Self.wordCount)
    words.initialize(repeating: 0, count: Self.wordCount)
  }

  deinit { words.deallocate() }

  @inline(__always)
  func insert(_ offset: Int) {
    words[offset >> 6] |= 1 << UInt64(truncatingIfNeeded: offset & 63)
  }

  func removeAll() {
    words.update(repeating: 0, count: Self.wordCount)
  }

  /// Calls `body` with each offset, ascending.
  @inline(__always)
  func forEach(_ body: (Int) throws -> Void) rethrows {
    for index in 0..<Self.wordCount {
      var word = words[index]
      while word != 0 {
        try body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// Writes the articles to `target`, which has room for a window.
  func rows(from first: UInt32, into target: UnsafeMutablePointer<UInt32>) -> Rows {
    var count = 0
    forEach { offset in
      target[count] = first | UInt32(truncatingIfNeeded: offset)
      count &+= 1
    }
    return Rows(start: target, count: count)
  }
}
