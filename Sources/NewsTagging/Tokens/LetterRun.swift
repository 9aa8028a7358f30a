/// A run of ASCII letters: all of most words, and so of most of a text, for which it is kept in registers.
struct LetterRun {
  private(set) var end: Int
  private(set) var hash: UInt64
  private(set) var capitals = 0
  private(set) var hasInnerCapital = false
  /// Whether the last letter is small, be it before the run.
  private(set) var lastIsLower: Bool

  /// - Parameters:
  ///   - hash: of what the word has before the run.
  ///   - lastIsLower: whether that ends in a small letter.
  @inline(__always)
  init(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, after hash: UInt64 = TokenHash.seed,
    lastIsLower: Bool = false
  ) {
    (end, self.hash, self.lastIsLower) = (start, hash, lastIsLower)
    while true {
      let small = end
      while end < text.count, text[end] &- 97 < 26 {
        self.hash = TokenHash.mix(self.hash, text[end])
        end += 1
      }
      if end > small { self.lastIsLower = true }
      guard end < text.count, text[end] &- 65 < 26 else { return }
      capitals += 1
      if self.lastIsLower { hasInnerCapital = true }
      self.hash = TokenHash.mix(self.hash, text[end] | 0x20)
      self.lastIsLower = false
      end += 1
    }
  }

  /// Whether a mark or space behind the run ends the word: no hyphen or apostrophe, which may be part of it, nor
  /// the dot of what may be an abbreviation, which has a capital.
  @inline(__always)
  func endsWord(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end < text.count, text[end] > 0x20 else { return true }
    switch text[end] {
    case UInt8(ascii: "."): return capitals == 0
    case UInt8(ascii: "-"), UInt8(ascii: "'"): return false
    case let byte: return byte < 0x80 && !isDigit(byte)
    }
  }

  /// Of a word that is this run.
  @inline(__always)
  func traits(of word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Token.Traits {
    guard capitals > 0 else { return [] }
    var traits: Token.Traits = text[word.lowerBound] & 0x20 == 0 ? .capitalised : []
    if hasInnerCapital { traits.insert(.innerCapital) }
    if capitals == word.count { traits.insert(capitals > 1 ? .allCaps : .initial) }
    return traits
  }
}
