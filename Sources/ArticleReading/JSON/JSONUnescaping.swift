import OperatingSystem

/// Writes a JSON string's content with its escapes resolved.
struct JSONUnescaping {
  private let content: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// `content` is what stands between the quotes.
  init(_ content: UnsafeBufferPointer<UInt8>) {
    self.content = content
  }

  /// Fills `output`, which has room for as many bytes as the content has; how many were written.
  consuming func write(to output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let source = content.baseAddress, let target = output.baseAddress else { return 0 }
    var written = 0
    while position < content.count {
      let rest = content.count - position
      let found = memchr(source + position, 0x5c, rest)
      let run = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(source + position) } ?? rest
      memcpy(target + written, source + position, run)
      written += run
      position += run
      if position < content.count {
        for byte in escape() {
          target[written] = byte
          written += 1
        }
      }
    }
    return written
  }

  /// Resolves the escape at `position` and stops behind it.
  private mutating func escape() -> some Sequence<UInt8> {
    position += 2
    guard position <= content.count else { return Self.utf8(0x5c) }
    let letter = content[position - 1]
    switch letter {
    case UInt8(ascii: "n"): return Self.utf8(0x0a)
    case UInt8(ascii: "t"): return Self.utf8(0x09)
    case UInt8(ascii: "r"): return Self.utf8(0x0d)
    case UInt8(ascii: "b"): return Self.utf8(0x08)
    case UInt8(ascii: "f"): return Self.utf8(0x0c)
    case UInt8(ascii: "u"): return Self.utf8(codePoint())
    case 0x80...:  // The first byte of a character: only the backslash is dropped.
      position -= 1
      return Self.utf8(nil)
    default: return Self.utf8(UInt32(letter))
    }
  }

  /// The code point of `\u` and four digits, or of two of them that form a surrogate pair; a plain
  /// `u` where the digits are missing.
  private mutating func codePoint() -> UInt32 {
    guard let high = unit(at: position) else { return UInt32(UInt8(ascii: "u")) }
    position += 4
    guard 0xd800..<0xdc00 ~= high, position + 1 < content.count, content[position] == 0x5c,
      content[position + 1] == UInt8(ascii: "u"), let low = unit(at: position + 2),
      0xdc00..<0xe000 ~= low
    else { return high == 0 ? 0xfffd : high }
    position += 6
    return 0x10000 + (high - 0xd800) << 10 + (low - 0xdc00)
  }

  /// Four hexadecimal digits.
  private func unit(at start: Int) -> UInt32? {
    guard start + 4 <= content.count else { return nil }
    var value: UInt32 = 0
    for byte in content[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// The bytes of a code point, of U+FFFD when it is a lone surrogate; none for nil.
  private static func utf8(_ codePoint: UInt32?) -> String.UTF8View {
    guard let codePoint else { return "".utf8 }
    return String(Unicode.Scalar(codePoint) ?? "\u{fffd}").utf8
  }
}
