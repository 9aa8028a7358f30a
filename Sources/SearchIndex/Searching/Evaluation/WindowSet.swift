internal import IndexDefinition

/// A set of articles of one window, by their offset in it.
struct WindowSet: Equatable {
  private(set) var words: [UInt64]

  init() {
    words = [UInt64](repeating: 0, count: ColumnLayout.chunkSize / 64)
  }

  static var full: WindowSet {
    var set = WindowSet()
    for index in set.words.indices { set.words[index] = ~0 }
    return set
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ offset: Int) {
    words[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  func contains(_ offset: Int) -> Bool {
    words[offset >> 6] >> UInt64(offset & 63) & 1 == 1
  }

  mutating func formIntersection(_ other: WindowSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func formUnion(_ other: WindowSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func subtract(_ other: WindowSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Calls `body` with each offset, ascending.
  @inline(__always)
  func forEach(_ body: (Int) throws -> Void) rethrows {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        try body(index << 6 | word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
