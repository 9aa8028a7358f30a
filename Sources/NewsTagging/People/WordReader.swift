/// Turns the tokens of an article's fields into words and tells their sentences apart.
struct WordReader {
  private(set) var capitalised: ContiguousArray<Int> = []
  private(set) var casing = DocumentCasing()
  private(set) var count = 0

  /// - Parameter capacity: how many words there will be.
  init(capacity: Int) {
    capitalised.reserveCapacity(capacity / 4)
  }

  /// Context ends where a sentence starts and the word before did not start one too (an opening
  /// quote carries the mark on).
  mutating func read(_ field: FieldTokens, into words: UnsafeMutableBufferPointer<PeopleWord>) {
    assert(count + field.tokens.count <= words.count, "more words than there is room for")
    guard let base = words.baseAddress, !field.tokens.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: field.tokens.count + 1) { names in
      let named = read(field, into: base, names)
      capitalised.append(contentsOf: UnsafeBufferPointer(rebasing: names[..<named]))
    }
  }

  /// - Parameter names: gets the positions of capitalised words, and another behind them.
  /// - Returns: how many there are.
  private mutating func read(
    _ field: FieldTokens, into base: UnsafeMutablePointer<PeopleWord>,
    _ names: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    var at = count
    var sentence = SentenceCasing(start: at)
    var before = false
    var named = 0
    field.bytes.withUnsafeBufferPointer { bytes in
      for token in field.tokens {
        var word = PeopleWord(token, bytes)
        let starts = word.traits.contains(.sentenceStart)
        word.startsSentence = at == sentence.start || starts && !before
        before = starts && word.kind == .punctuation
        if word.startsSentence {
          finish(sentence, at, base)
          sentence = SentenceCasing(start: at)
        }
        sentence.add(word)
        // Without a jump, since no word foretells the next.
        names.initializeElement(at: named, to: at)
        named &+= word.isName ? 1 : 0
        (base + at).initialize(to: word)
        at &+= 1
      }
    }
    finish(sentence, at, base)
    count = at
    return named
  }

  /// Not inlined, so that the loop over all words keeps its registers.
  @inline(never)
  private mutating func finish(
    _ sentence: SentenceCasing, _ end: Int, _ words: UnsafeMutablePointer<PeopleWord>
  ) {
    let level = sentence.level
    if level > 0 { for word in sentence.start..<end { words[word].capitalLevel = level } }
    casing.add(sentence, length: end - sentence.start)
  }
}

extension PeopleWord {
  @inline(__always)
  fileprivate init(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) {
    let length = UInt32(bitPattern: token.end &- token.start)
    let isNumber = token.kind == .number
    self.init(
      hash: isNumber ? UInt64(min(length, 5)) : token.hash, record: WordRecord(rawValue: 0),
      shape: Self.shape(token, length, first: bytes[Int(token.start)]), traits: token.traits,
      kind: token.kind, evidence: [], capitalLevel: 0, runLength: 0, runPosition: 0,
      startsSentence: false)
    // al-Haddad is a name though it starts in lower case.
    if traits.contains(.innerCapital), !traits.isDisjoint(with: [.hasHyphen, .hasApostrophe]) {
      traits.insert(.capitalised)
    }
  }

  /// - Parameter first: the token's first byte.
  @inline(__always)
  private static func shape(_ token: Token, _ length: UInt32, first: UInt8) -> UInt32 {
    let shaping: Token.Traits = [
      .capitalised, .allCaps, .hasHyphen, .hasApostrophe, .abbreviation, .initial, .possessive,
      .hasDigit, .innerCapital,
    ]
    let form =
      UInt32(token.traits.intersection(shaping).rawValue) << 2 | UInt32(token.kind.rawValue)
    let wordLength = length < 4 ? length : 0
    let size = token.kind == .number ? min(length, 5) : wordLength
    return form | (token.kind == .punctuation ? UInt32(first) : size) << 16
  }
}
