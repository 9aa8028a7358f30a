package import IndexDefinition

/// An article's words, title before body, with everything that the features read.
package struct PeopleDocument: Sendable {
  package let article: ArticleTokens
  package internal(set) var words: ContiguousArray<PeopleWord>
  /// The capitalised words, in text order: names have no others but particles and marks between.
  var capitalised: ContiguousArray<Int> = []
  /// Words of the title; the body's follow.
  package let titleCount: Int
  let lexicon: Lexicon
  /// How the document as a whole is written.
  private(set) var casing = DocumentCasing()

  package init(_ article: ArticleTokens, lexicon: Lexicon) {
    self.article = article
    self.lexicon = lexicon
    titleCount = article.title.tokens.count
    words = []
    words.reserveCapacity(titleCount + article.body.tokens.count)
    capitalised.reserveCapacity(words.capacity / 4)
    read(article.title)
    read(article.body)
    if casing.isLost {
      for word in words.indices { lookUp(word) }
      restoreCapitals()
    } else {
      lookUpNames()
    }
    if casing.wordsInCapitals > 0 { restoreSmallLetters() }
    markRuns()
    markEvidence()
  }

  @inline(__always)
  package func token(_ word: Int) -> Token {
    word < titleCount ? article.title.tokens[word] : article.body.tokens[word - titleCount]
  }

  @inline(__always)
  package func bytes(_ word: Int) -> ArraySlice<UInt8> {
    word < titleCount
      ? article.title.bytes[token(word).range] : article.body.bytes[token(word).range]
  }

  /// Takes the words of a field in and tells its sentences apart.
  ///
  /// Context ends where a sentence starts and the word before did not start one too (an opening
  /// quote carries the mark on).
  private mutating func read(_ field: FieldTokens) {
    var sentence = SentenceCasing(start: words.count)
    var before = false
    field.bytes.withUnsafeBufferPointer { bytes in
      for token in field.tokens {
        var word = PeopleWord(token, bytes)
        let starts = word.traits.contains(.sentenceStart)
        word.startsSentence = words.count == sentence.start || starts && !before
        before = starts && word.kind == .punctuation
        if word.startsSentence { finish(&sentence) }
        sentence.add(word)
        if word.isName { capitalised.append(words.count) }
        words.append(word)
      }
    }
    finish(&sentence)
  }

  private mutating func finish(_ sentence: inout SentenceCasing) {
    let level = sentence.level
    if level > 0 { for word in sentence.start..<words.count { words[word].capitalLevel = level } }
    casing.add(sentence, length: words.count - sentence.start)
    sentence = SentenceCasing(start: words.count)
  }
}

extension PeopleDocument {
  /// Reads the lexicon for the words that features and passes ask about: capitalised ones, two
  /// words either side, and two more before a particle, which may open a name.
  ///
  /// That spares a third of all look-ups, which miss the cache more often than not.
  private mutating func lookUpNames() {
    var next = 0
    for name in capitalised {
      for word in max(next, name - 2)..<max(next, min(name + 3, words.count)) { lookUp(word) }
      if name > 1, words[name - 1].has(.particle) {
        for word in max(next, name - 4)..<max(next, name - 2) { lookUp(word) }
      }
      next = max(next, name + 3)
    }
  }

  @inline(__always)
  private mutating func lookUp(_ word: Int) {
    if words[word].kind == .word { words[word].record = lexicon[words[word].hash] }
  }

  /// What the lexicon knows of a word that may lie far from any name.
  func record(_ word: Int) -> WordRecord {
    let known = words[word].record
    return known.rawValue != 0 || words[word].kind != .word ? known : lexicon[words[word].hash]
  }
}

extension PeopleWord {
  @inline(__always)
  init(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) {
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

  private static let shaping: Token.Traits = [
    .capitalised, .allCaps, .hasHyphen, .hasApostrophe, .abbreviation, .initial, .possessive,
    .hasDigit, .innerCapital,
  ]

  @inline(__always)
  private static func shape(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let form =
      UInt32(token.traits.intersection(shaping).rawValue) << 2 | UInt32(token.kind.rawValue)
    switch token.kind {
    case .punctuation: return form | UInt32(bytes[Int(token.start)]) << 16
    case .number: return form | UInt32(min(token.range.count, 5)) << 16
    case .word: return form | (token.range.count < 4 ? UInt32(token.range.count) << 16 : 0)
    }
  }
}
