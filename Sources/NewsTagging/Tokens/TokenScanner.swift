/// Cuts bytes into tokens in one pass; non-ASCII letters are told from marks by their scalar.
struct TokenScanner: ~Copyable {
  private let text: UnsafeBufferPointer<UInt8>
  private var tokens: TokenList
  /// Traits of the next token that its surroundings give it.
  private var pending: Token.Traits = [.sentenceStart, .lineStart, .paragraphStart]
  /// A full stop was seen: the next token starts a sentence unless it is in lower case.
  private var stopped = false
  private var newlines = 0
  private var lineStart = 0

  /// The tokens of a text, written where they stay: room for one in three bytes does for nearly all.
  static func tokens(of text: UnsafeBufferPointer<UInt8>) -> [Token] {
    var moved: [Token]?
    let tokens = [Token](unsafeUninitializedCapacity: text.count / 3 + 8) { room, count in
      var scanner = TokenScanner(text, TokenList(in: room))
      scanner.scan()
      if scanner.tokens.hasMoved {
        moved = scanner.tokens.array
      } else {
        count = scanner.tokens.count
      }
    }
    return moved ?? tokens
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, _ tokens: consuming TokenList) {
    precondition(text.count <= Int32.max, "tokens count their bytes in 32 bits")
    self.text = text
    self.tokens = tokens
  }

  private mutating func scan() {
    let text = text
    let wrapping = LineWrapping(text)
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte <= 0x20 {
        skipSpace(text, at, wrapping)
        at += 1
      } else if isASCIILetter(byte) {
        at = scanLetters(text, at)
      } else if isDigit(byte) {
        at = scanNumber(text, at)
      } else if byte < 0x80 {
        at = appendMark(text, at, 1)
      } else {
        at = scanOther(text, at)
      }
    }
  }

  /// What begins with a byte beyond ASCII.
  private mutating func scanOther(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let (letter, width) = letterKind(text, at)
    if letter != .none { return scanWord(text, at, letter) }
    guard isWideSpace(text, at, width) else { return appendMark(text, at, width) }
    pending.insert(.spaceBefore)
    return at + width
  }

  private mutating func skipSpace(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ wrapping: LineWrapping
  ) {
    pending.insert(.spaceBefore)
    guard text[at] == 10 else { return }
    newlines += 1
    pending.insert(.lineStart)
    if newlines > 1 {
      pending.formUnion([.paragraphStart, .sentenceStart])
    } else if wrapping.ends(at - lineStart, next: at + 1 < text.count ? text[at + 1] : 10) {
      pending.insert(.sentenceStart)
    }
    lineStart = at + 1
  }

  private mutating func scanNumber(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count {
      let byte = text[end]
      if isDigit(byte) {
        end += 1
      } else if isNumberJoint(byte), end + 1 < text.count, isDigit(text[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    // 1990s, 3rd, 12th, 4G: letters glued to a number belong to it.
    while end < text.count, isASCIILetter(text[end]) { end += 1 }
    var hash = TokenHash.seed
    for at in start..<end { hash = TokenHash.mix(hash, lowercasedASCII(text[at])) }
    return append(start, end, hash, .number, .hasDigit)
  }

  /// A word that begins with an ASCII letter, as nearly all do, and most have no others.
  @inline(__always)
  private mutating func scanLetters(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let run = LetterRun(text, start)
    guard run.endsWord(in: text) else {
      return scanWord(text, start, text[start] & 0x20 == 0 ? .upper : .lower)
    }
    return append(start, run.end, run.hash, .word, run.traits(of: start..<run.end, in: text))
  }

  @inline(never)
  private mutating func scanWord(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ first: LetterKind
  ) -> Int {
    var word = WordScan(start, first: first)
    word.run(text)
    let end = append(start, word.end, word.hash, .word, word.traits)
    guard word.clitic > 0 else { return end }
    let clitic = end + word.clitic
    let isPossessive = word.cliticIsPossessive
    return append(
      end, clitic, lowercaseHash(text, end, clitic), .word,
      isPossessive ? [.possessive, .hasApostrophe] : .hasApostrophe)
  }

  private mutating func appendMark(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ width: Int
  ) -> Int {
    let carried = pending.intersection(.sentenceStart)
    let wasStopped = stopped
    let hash =
      width == 1
      ? TokenHash.mix(TokenHash.seed, text[start]) : lowercaseHash(text, start, start + width)
    let end = append(start, start + width, hash, .punctuation, [])
    switch text[start] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): stopped = true
    case _ where isQuoteOrBracket(text, start, width):
      stopped = wasStopped
      pending = carried
    default: break
    }
    return end
  }

  @inline(__always)
  private mutating func append(
    _ start: Int, _ end: Int, _ hash: UInt64, _ kind: Token.Kind, _ traits: Token.Traits
  ) -> Int {
    assert(start < end && tokens.last.map { $0.end <= start } ?? true, "tokens do not ascend")
    var traits = traits.union(pending)
    let opens = kind != .word || traits.contains(.capitalised)
    traits.formUnion(stopped && opens ? .sentenceStart : [])
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), hash: hash,
        kind: kind, traits: traits))
    pending = []
    stopped = false
    newlines = 0
    return end
  }
}
