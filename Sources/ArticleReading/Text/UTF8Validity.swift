/// Looks whether bytes are UTF-8, without making a text of them.
enum UTF8Validity {
  /// Where the first bytes stand that are no UTF-8; nil when all are.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var position = 0
    while position < bytes.count {
      // Eight letters of ASCII at once.
      while position + 8 <= bytes.count,
        UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080
          == 0
      {
        position += 8
      }
      guard position < bytes.count else { break }
      let length = sequenceLength(bytes, at: position)
      if length == 0 { return position }
      position += length
    }
    return nil
  }

  /// The bytes of the sequence at `position`, 0 for none (Unicode, table 3-7).
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 { return 1 }
    guard first >= 0xc2, first < 0xf5 else { return 0 }
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard position + length <= bytes.count else { return 0 }
    let second = bytes[position + 1]
    let isSecond =
      switch first {
      case 0xe0: 0xa0...0xbf ~= second
      case 0xed: 0x80...0x9f ~= second
      case 0xf0: 0x90...0xbf ~= second
      case 0xf4: 0x80...0x8f ~= second
      default: second & 0xc0 == 0x80
      }
    guard isSecond, length < 3 || bytes[position + 2] & 0xc0 == 0x80,
      length < 4 || bytes[position + 3] & 0xc0 == 0x80
    else { return 0 }
    return length
  }
}
