/// Signs without a look of their own that typesetters leave in texts and that split words for search.
///
/// Soft hyphens, zero-width spaces, byte order marks and controls of the direction of writing, and U+0000,
/// at which the `sqlite3` shell would end the text. Joiners (U+200C, U+200D) are letters' own in Persian,
/// Indian scripts and emoji, and stay.
enum InvisibleMarks {
  /// The text without them; itself, at the cost of one look, when it has none.
  static func removed(from text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard var mark = next(bytes, from: 0) else { return nil }
      var kept: [UInt8] = []
      kept.reserveCapacity(bytes.count)
      var start = 0
      while true {
        kept += bytes[start..<mark.lowerBound]
        start = mark.upperBound
        guard let following = next(bytes, from: start) else { break }
        mark = following
      }
      kept += bytes[start...]
      return String(decoding: kept, as: UTF8.self)
    } ?? text
  }

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var position = start
    while position < bytes.count {
      if isASCII(bytes, at: position) {
        position += 8
        continue
      }
      if bytes[position] &- 1 >= 0xc1 {
        let length = length(bytes, at: position)
        if length > 0 { return position..<position + length }
      }
      position += 1
    }
    return nil
  }

  /// Whether eight bytes are there of which each is ASCII and none is 0.
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + 8 <= bytes.count else { return false }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: position, as: UInt64.self)
    return (word | word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0
  }

  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    if bytes[position] == 0 { return 1 }
    guard position + 1 < bytes.count else { return 0 }
    let second = bytes[position + 1]
    switch bytes[position] {
    // U+00AD, U+061C
    case 0xc2: return second == 0xad ? 2 : 0
    case 0xd8: return second == 0x9c ? 2 : 0
    case 0xe2, 0xef: break
    default: return 0
    }
    guard position + 2 < bytes.count else { return 0 }
    let third = bytes[position + 2]
    switch (bytes[position], second) {
    // U+200B, U+200E, U+200F, U+202A to U+202E
    case (0xe2, 0x80): return [0x8b, 0x8e, 0x8f].contains(third) || 0xaa...0xae ~= third ? 3 : 0
    // U+2066 to U+2069
    case (0xe2, 0x81): return 0xa6...0xa9 ~= third ? 3 : 0
    case (0xef, 0xbb): return third == 0xbf ? 3 : 0
    default: return 0
    }
  }
}
