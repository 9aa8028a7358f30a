/// One escape of a JSON string, such as `\n` or `\u00e9`, where a ``JSONScanner`` found it sound.
struct JSONEscape {
  /// What it stands for; U+FFFD for a surrogate without its partner.
  let scalar: Unicode.Scalar
  /// A surrogate without its partner: RFC 8259 lets it pass, no text can hold it.
  let isLoneSurrogate: Bool
  /// Bytes from the backslash to its end, those of the partner included.
  let length: Int

  /// The escape at `position` of a string's content.
  init(_ content: UnsafeBufferPointer<UInt8>, at position: Int) {
    assert(Self.length(in: content, at: position) != nil, "an escape that no scanner let pass")
    guard let unit = Self.unit(in: content, at: position) else {
      scalar = Self.scalar(ofLetter: content[position + 1])
      isLoneSurrogate = false
      length = 2
      return
    }
    let low = 0xd800..<0xdc00 ~= unit ? Self.unit(in: content, at: position + 6) : nil
    if let low, 0xdc00..<0xe000 ~= low {
      scalar = Self.scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
      isLoneSurrogate = false
      length = 12
    } else {
      scalar = Self.scalar(unit)
      isLoneSurrogate = 0xd800..<0xe000 ~= unit
      length = 6
    }
  }

  /// The bytes of the escape at the backslash at `position`, 2 or 6; nil for none of RFC 8259.
  static func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    guard position + 1 < bytes.count else { return nil }
    switch bytes[position + 1] {
    case UInt8(ascii: "u"): return unit(in: bytes, at: position) == nil ? nil : 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    default: return nil
    }
  }

  /// The UTF-16 unit that `\u` and four hexadecimal digits at `position` name; nil for all else.
  private static func unit(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt32? {
    guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position + 2..<position + 6] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }

  private static func scalar(ofLetter letter: UInt8) -> Unicode.Scalar {
    switch letter {
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{c}"
    default: Unicode.Scalar(letter)
    }
  }

  private static func scalar(_ codePoint: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(codePoint) ?? "\u{fffd}"
  }
}
