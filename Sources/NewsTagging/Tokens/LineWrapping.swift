/// Whether a text's lines were broken by hand to a width, as agencies' files and old archives do.
///
/// There a line end is no sentence end, unless the next line is indented or the line is short.
struct LineWrapping {
  /// The bytes that seven lines in eight do not pass where lines are wrapped, else nil.
  ///
  /// Not the longest line's: OCR of a page puts some lines of two columns into one.
  let width: Int?

  /// Wrapped are three lines or more, one in thirty of them longer than 100 bytes at most, the median
  /// of 45 or more; or of 20 or more, as in a newspaper's column, where a third of the lines begins in
  /// lower case.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    width = withUnsafeTemporaryAllocation(of: Int32.self, capacity: 101) {
      $0.initialize(repeating: 0)
      return Self.width(text, lengths: $0)
    }
  }

  /// - Parameter lengths: room for the lines of each length from 0 to 100 bytes, the longer ones with
  ///   the last, all 0.
  private static func width(
    _ text: UnsafeBufferPointer<UInt8>, lengths: UnsafeMutableBufferPointer<Int32>
  ) -> Int? {
    assert(lengths.count > 100 && lengths.allSatisfy { $0 == 0 }, "lengths are counted from 0")
    var lines = 0
    var lowerCaseLines = 0
    var longLines = 0
    var start = 0
    while start < text.count {
      let end = lineEnd(text, start)
      if end > start {
        if end - start > 100 {
          longLines += 1
          // Paragraphs, as most texts have: no need to read on.
          guard longLines < 3 || longLines * 10 <= lines else { return nil }
        }
        lengths[min(end - start, 100)] += 1
        lines += 1
        if text[start] &- 97 < 26 { lowerCaseLines += 1 }
      }
      start = end + 1
    }
    let least = lowerCaseLines * 3 >= lines ? 20 : 45
    guard lines >= 3, longLines * 30 <= lines, quantile(lengths, 4, of: lines) >= least else {
      return nil
    }
    return quantile(lengths, 7, of: lines)
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
    while at + 8 <= text.count {
      let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let ends = ends(in: bytes)
      if ends != 0 { return at + ends.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < text.count, text[at] != 10 { at += 1 }
    return at
  }

  /// A word whose lowest bit is in the first of eight bytes that ends a line; 0 where none does.
  @inline(__always)
  private static func ends(in bytes: UInt64) -> UInt64 {
    let others = UInt64(littleEndian: bytes) ^ 0x0A0A_0A0A_0A0A_0A0A
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }

  /// The length that so many eighths of the lines do not pass.
  private static func quantile(
    _ counts: UnsafeMutableBufferPointer<Int32>, _ eighths: Int, of total: Int
  ) -> Int {
    var seen = 0
    return counts.firstIndex { count in
      seen += Int(count)
      return 8 * seen >= eighths * total
    } ?? 0
  }
}
