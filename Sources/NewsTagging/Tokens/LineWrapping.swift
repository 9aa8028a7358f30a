/// Whether a text's lines were broken by hand to a width, as agencies' files and old archives do.
///
/// There a line end is no sentence end, unless the next line is indented or the line is short.
struct LineWrapping {
  /// The longest line's bytes where lines are wrapped, else nil.
  let width: Int?

  /// Wrapped are three lines or more, the longest of 100 bytes or less, the median of 45 or more; or
  /// of 20 or more, as in a newspaper's column, where a third of the lines begins in lower case.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    width = withUnsafeTemporaryAllocation(of: Int32.self, capacity: 101) {
      $0.initialize(repeating: 0)
      return Self.width(text, lengths: $0)
    }
  }

  /// - Parameter lengths: room for the lines of each length from 0 to 100 bytes, all 0.
  private static func width(
    _ text: UnsafeBufferPointer<UInt8>, lengths: UnsafeMutableBufferPointer<Int32>
  ) -> Int? {
    assert(lengths.count > 100 && lengths.allSatisfy { $0 == 0 }, "lengths are counted from 0")
    var lines = 0
    var lowerCaseLines = 0
    var start = 0
    while start < text.count {
      let end = lineEnd(text, start)
      guard end - start <= 100 else { return nil }
      if end > start {
        lengths[end - start] += 1
        lines += 1
        if text[start] &- 97 < 26 { lowerCaseLines += 1 }
      }
      start = end + 1
    }
    let least = lowerCaseLines * 3 >= lines ? 20 : 45
    return lines >= 3 && median(lengths, lines) >= least ? lengths.lastIndex { $0 > 0 } : nil
  }

  /// Whether the line end after a line of `length` bytes ends a sentence; `next` is the byte
  /// behind it.
  @inline(__always)
  func ends(_ length: Int, next: UInt8) -> Bool {
    guard let width else { return true }
    return next == 0x20 || next == 0x09 || length * 100 < width * 55
  }

  private static func lineEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] != 10 { at += 1 }
    return at
  }

  private static func median(_ counts: UnsafeMutableBufferPointer<Int32>, _ total: Int) -> Int {
    var seen = 0
    return counts.firstIndex { count in
      seen += Int(count)
      return 2 * seen >= total
    } ?? 0
  }
}
