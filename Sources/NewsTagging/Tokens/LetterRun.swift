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
    while end + LetterBlock.size <= text.count {
      let block = LetterBlock(text, end)
      take(block)
      if block.count < LetterBlock.size { return }
    }
    self = withRest(text)
  }

  @inline(__always)
  private mutating func take(_ block: LetterBlock) {
    let behindSmall = block.smalls << 8 | (lastIsLower ? 0x80 : 0)
    if block.capitals & behindSmall != 0 { hasInnerCapital = true }
    capitals += Self.count(block.capitals)
    // The higher of both has the last letter.
    if block.count > 0 { lastIsLower = block.smalls > block.capitals }
    hash = block.hash(after: hash)
    end += block.count
  }

  /// How many bytes have their highest bit, of those that have no other.
  @inline(__always)
  private static func count(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: ((bits >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// The run with the letters among the last bytes of a text, which are too few for a block.
  @inline(never)
  private func withRest(_ text: UnsafeBufferPointer<UInt8>) -> LetterRun {
    var run = self
    while run.end < text.count, isASCIILetter(text[run.end]) {
      let isLower = text[run.end] & 0x20 != 0
      if !isLower { run.capitals += 1 }
      if !isLower, run.lastIsLower { run.hasInnerCapital = true }
      run.hash = TokenHash.mix(run.hash, text[run.end] | 0x20)
      run.lastIsLower = isLower
      run.end += 1
    }
    return run
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
    // Without a jump, since no word foretells the next.
    let first = UInt16(~text[word.lowerBound] >> 5 & 1)
    let inner = hasInnerCapital ? Token.Traits.innerCapital.rawValue : 0
    let all: Token.Traits = word.count > 1 ? .allCaps : .initial
    assert(Token.Traits.capitalised.rawValue == 1)
    return Token.Traits(rawValue: first | inner | (capitals == word.count ? all.rawValue : 0))
  }
}
