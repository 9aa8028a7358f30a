/// The words of a text as hashes, as near-copies are told by: runs of letters and digits, in ASCII
/// without case, what a line's end broke put together, and every character of Chinese and Japanese a word.
///
/// On the bytes of UTF-8 alone, in one pass.
struct WordScanner {
  struct Word {
    var hash: UInt64
    /// Whether it begins with a digit.
    var isFigure: Bool
    /// Whether it goes on with a figure before it: `2` and `4` of `1.2` and `3/4`.
    var continues: Bool
  }

  private enum Kind {
    case letter
    /// A character that is a word, and how many bytes it has.
    case whole(Int)
    /// And how many bytes to pass.
    case other(Int)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  /// Nil where what comes cannot go on with a figure.
  private var lastFigureEnd: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  @inline(__always)
  mutating func next() -> Word? {
    while offset < bytes.count {
      switch kind(at: offset) {
      case .letter: return word()
      case .whole(let count): return character(count)
      case .other(let count): offset += count
      }
    }
    return nil
  }

  private mutating func word() -> Word {
    let first = bytes[offset]
    let isFigure = first &- 48 < 10
    let continues =
      isFigure && lastFigureEnd.map { $0 + 1 == offset && Self.joinsFigures(bytes[$0]) } ?? false
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "-"), let after = brokenLine(at: offset) {
        offset = after
      } else if case .letter = kind(at: offset) {
        hash = (hash ^ UInt64(Self.folded(byte))) &* 0x0100_0000_01B3
        offset += 1
      } else {
        break
      }
    }
    lastFigureEnd = isFigure ? offset : nil
    return Word(hash: hash, isFigure: isFigure, continues: continues)
  }

  private mutating func character(_ count: Int) -> Word {
    lastFigureEnd = nil
    let end = min(offset + count, bytes.count)
    let hash = bytes[offset..<end].reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0100_0000_01B3
    }
    offset = end
    return Word(hash: hash, isFigure: false, continues: false)
  }

  /// Where the text goes on behind a hyphen at a line's end.
  private func brokenLine(at hyphen: Int) -> Int? {
    var place = hyphen + 1
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0D { place += 1 }
    guard place < bytes.count, bytes[place] == 0x0A else { return nil }
    while place < bytes.count, bytes[place] == 0x20 || 9...13 ~= bytes[place] { place += 1 }
    return place
  }

  private static func joinsFigures(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "-")
  }

  /// Letters of ASCII without case, other bytes as they are.
  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  @inline(__always)
  private func kind(at offset: Int) -> Kind {
    let byte = bytes[offset]
    if byte < 0x80 { return Self.isLetterOrDigit(byte) ? .letter : .other(1) }
    switch byte {
    // U+0080 to U+00BF, U+2000 to U+2FFF: signs and spaces.
    case 0xC2: return .other(2)
    case 0xE2: return .other(3)
    // U+3000 to U+303F are signs, then come kana and Han.
    case 0xE3: return offset + 1 < bytes.count && bytes[offset + 1] == 0x80 ? .other(3) : .whole(3)
    case 0xE4...0xE9: return .whole(3)
    case 0xEF: return .other(3)
    case 0xF0...: return .whole(4)
    default: return .letter
    }
  }
}
