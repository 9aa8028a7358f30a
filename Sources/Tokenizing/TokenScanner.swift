/// Walks a text token by token, folding each into a buffer that the next one overwrites.
///
/// The loops keep FTS5's order of tests (`fts5UnicodeTokenize`), as its quirks follow from it: a
/// combining mark continues a token and counts in its range, but cannot begin one.
struct TokenScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let folded: UnsafeMutableBufferPointer<UInt8>
  private let tables = FoldingTables()
  private var position = 0
  /// Bytes of the last token's folded form; bytes past the term limit are counted out.
  private(set) var foldedLength = 0

  /// - Parameter folded: room for the longest term and one character more.
  init(text: UnsafeBufferPointer<UInt8>, folded: UnsafeMutableBufferPointer<UInt8>) {
    assert(
      folded.count >= min(2 * text.count, Tokenizer.maximumTermLength) + FoldingTables.maximumWidth,
      "a term has no room")
    self.text = text
    self.folded = folded
  }

  /// The byte range of the next token, nil at the end of the text.
  mutating func next() -> Range<Int>? {
    foldedLength = 0
    guard let start = skipSeparators() else { return nil }
    while position < text.count {
      let byte = text[position]
      let letter = tables.ascii[Int(byte)]
      if letter != 0 {
        append(letter)
        position += 1
      } else if byte < 0x80 || !foldWideCharacter() {
        break
      }
    }
    return start..<position
  }

  /// Moves past the first character of the next token (an ASCII one: up to it); nil at the end.
  private mutating func skipSeparators() -> Int? {
    while position < text.count {
      let byte = text[position]
      if tables.ascii[Int(byte)] != 0 { return position }
      if byte < 0x80 {
        position += 1
        continue
      }
      let start = position
      if case .folded(let letter) = tables.folding(of: readCodePoint()) {
        append(codePoint: letter)
        return start
      }
    }
    return nil
  }

  /// Takes a character beyond ASCII into the token; false, and not moved, when it ends the token.
  private mutating func foldWideCharacter() -> Bool {
    let start = position
    switch tables.folding(of: readCodePoint()) {
    case .separator:
      position = start
      return false
    case .dropped:
      return true
    case .folded(let letter):
      append(codePoint: letter)
      return true
    }
  }

  /// Decodes as SQLite's READ_UTF8 does, malformed text too: a lead byte takes every continuation
  /// byte that follows; overlong forms, surrogates, U+FFFE and U+FFFF read as U+FFFD.
  @inline(__always)
  private mutating func readCodePoint() -> UInt32 {
    let lead = UInt32(text[position])
    position += 1
    guard lead >= 0xC0 else { return lead }
    var codePoint = lead & Self.payload(ofLead: lead)
    while position < text.count, text[position] & 0xC0 == 0x80 {
      codePoint = codePoint << 6 &+ UInt32(text[position] & 0x3F)
      position += 1
    }
    let isInvalid =
      codePoint < 0x80 || codePoint & 0xFFFF_F800 == 0xD800 || codePoint & 0xFFFF_FFFE == 0xFFFE
    return isInvalid ? 0xFFFD : codePoint
  }

  /// The bits of a lead byte that belong to the code point.
  @inline(__always)
  private static func payload(ofLead lead: UInt32) -> UInt32 {
    switch lead {
    case ..<0xE0: 0x1F
    case ..<0xF0: 0x0F
    case ..<0xF8: 0x07
    case ..<0xFC: 0x03
    case ..<0xFE: 0x01
    default: 0
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    guard foldedLength < Tokenizer.maximumTermLength else { return }
    folded[foldedLength] = byte
    foldedLength += 1
  }

  /// Writes the character's UTF-8 whole: the buffer has room for one past the limit.
  private mutating func append(codePoint: UInt32) {
    guard foldedLength < Tokenizer.maximumTermLength else { return }
    switch codePoint {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: codePoint))
    case ..<0x800:
      put(0xC0 | codePoint >> 6 & 0x1F)
      put(0x80 | codePoint & 0x3F)
    case ..<0x10000:
      put(0xE0 | codePoint >> 12 & 0x0F)
      put(0x80 | codePoint >> 6 & 0x3F)
      put(0x80 | codePoint & 0x3F)
    default:
      put(0xF0 | codePoint >> 18 & 0x07)
      put(0x80 | codePoint >> 12 & 0x3F)
      put(0x80 | codePoint >> 6 & 0x3F)
      put(0x80 | codePoint & 0x3F)
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt32) {
    folded[foldedLength] = UInt8(truncatingIfNeeded: byte)
    foldedLength += 1
  }
}
