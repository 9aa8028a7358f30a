/// Turns the tokens of an article's fields into words and tells their sentences apart.
struct WordReader {
  /// How many words there will be.
  let capacity: Int
  private(set) var capitalised: ContiguousArray<Int> = []
  private(set) var casing = DocumentCasing()
  private(set) var count = 0

  init(count: Int) {
    capacity = count
    capitalised.reserveCapacity(count / 4)
  }

  /// Context ends where a sentence starts and the word before did not start one too (an opening
  /// quote carries the mark on).
  mutating func read(_ field: FieldTokens, into words: UnsafeMutableBufferPointer<PeopleWord>) {
    assert(count + field.tokens.count <= words.count, "more words than there is room for")
    guard let base = words.baseAddress, !field.tokens.isEmpty else { return }
    var sentence = SentenceCasing(start: count)
    var before = false
    field.bytes.withUnsafeBufferPointer { bytes in
      for token in field.tokens {
        var word = PeopleWord(token, bytes)
        let starts = word.traits.contains(.sentenceStart)
        word.startsSentence = count == sentence.start || starts && !before
        before = starts && word.kind == .punctuation
        if word.startsSentence { finish(&sentence, base) }
        sentence.add(word)
        if word.isName { capitalised.append(count) }
        (base + count).initialize(to: word)
        count += 1
      }
    }
    finish(&sentence, base)
  }

  private mutating func finish(
    _ sentence: inout SentenceCasing, _ words: UnsafeMutablePointer<PeopleWord>
  ) {
    let level = sentence.level
    if level > 0 { for word in sentence.start..<count { words[word].capitalLevel = level } }
    casing.add(sentence, length: count - sentence.start)
    sentence = SentenceCasing(start: count)
  }
}

extension PeopleWord {
  @inline(__always)
  fileprivate init(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(
      hash: token.kind == .number ? UInt64(min(token.range.count, 5)) : token.hash,
      record: WordRecord(rawValue: 0), shape: Self.shape(token, bytes), traits: token.traits,
      kind: token.kind, evidence: [], capitalLevel: 0, runLength: 0, runPosition: 0,
      startsSentence: false)
    // al-Haddad is a name though it starts in lower case.
    if traits.contains(.innerCapital), !traits.isDisjoint(with: [.hasHyphen, .hasApostrophe]) {
      traits.insert(.capitalised)
    }
  }

  @inline(__always)
  private static func shape(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let shaping: Token.Traits = [
      .capitalised, .allCaps, .hasHyphen, .hasApostrophe, .abbreviation, .initial, .possessive,
      .hasDigit, .innerCapital,
    ]
    let form =
      UInt32(token.traits.intersection(shaping).rawValue) << 2 | UInt32(token.kind.rawValue)
    switch token.kind {
    case .punctuation: return form | UInt32(bytes[Int(token.start)]) << 16
    case .number: return form | UInt32(min(token.range.count, 5)) << 16
    case .word: return form | (token.range.count < 4 ? UInt32(token.range.count) << 16 : 0)
    }
  }
}
