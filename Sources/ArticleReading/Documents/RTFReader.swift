/// Cuts RTF (1.9.1) into groups, control words and text.
///
/// A struct over the bytes, so that a loop over it makes no objects.
struct RTFReader {
  enum Part {
    case open, close
    /// A control word, as the range of its letters, and the number behind it.
    case word(Range<Int>, parameter: Int?)
    /// A control symbol: `\~`, `\*`.
    case symbol(UInt8)
    /// A byte of text in the current code page: `\'e9`.
    case byte(UInt8)
    /// Text as it stands, in the current code page.
    case text(Range<Int>)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Part? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"):
        position += 1
        return .open
      case UInt8(ascii: "}"):
        position += 1
        return .close
      case UInt8(ascii: "\\"):
        position += 1
        if let part = control() { return part }
      case 0x0a, 0x0d, 0: position += 1
      default: return text()
      }
    }
    return nil
  }

  /// Passes over bytes that are no text: the content of `\bin`.
  mutating func skip(_ count: Int) { position = min(bytes.count, position + max(0, count)) }

  private mutating func text() -> Part {
    let start = position
    while position < bytes.count, !Self.endsText(bytes[position]) { position += 1 }
    return .text(start..<position)
  }

  private static func endsText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), 0x0a, 0x0d, 0: true
    default: false
    }
  }

  private mutating func control() -> Part? {
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    if first | 0x20 &- 97 < 26 { return word() }
    position += 1
    guard first == UInt8(ascii: "'") else { return .symbol(first) }
    let digits = bytes[position..<min(position + 2, bytes.count)]
    guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    position += 2
    return .byte(value)
  }

  private mutating func word() -> Part {
    let start = position
    while position < bytes.count, bytes[position] | 0x20 &- 97 < 26 { position += 1 }
    let letters = start..<position
    let number = parameter()
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    return .word(letters, parameter: number)
  }

  private mutating func parameter() -> Int? {
    var at = position
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let first = at
    var value = 0
    while at < bytes.count, at - first < 10, bytes[at] &- 48 < 10 {
      value = value * 10 + Int(bytes[at] & 15)
      at += 1
    }
    guard at > first else { return nil }
    position = at
    return isNegative ? -value : value
  }
}
