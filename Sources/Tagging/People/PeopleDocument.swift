package import IndexDefinition

/// An article's words, title before body, with everything that the features read.
package struct PeopleDocument: Sendable {
  package let article: ArticleTokens
  package internal(set) var words: ContiguousArray<PeopleWord>
  /// Words of the title; the body's follow.
  package let titleCount: Int
  let lexicon: Lexicon
  /// Two thirds of the document or more are sentences in capitals.
  private(set) var isInCapitals = false

  package init(_ article: ArticleTokens, lexicon: Lexicon) {
    self.article = article
    self.lexicon = lexicon
    titleCount = article.title.tokens.count
    words = []
    words.reserveCapacity(titleCount + article.body.tokens.count)
    for token in article.title.tokens {
      words.append(PeopleWord(token, in: article.title, lexicon))
    }
    for token in article.body.tokens { words.append(PeopleWord(token, in: article.body, lexicon)) }
    markSentences()
    restoreCase()
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

  /// Context ends where a sentence starts and the word before did not start one too (an opening
  /// quote carries the mark on).
  private mutating func markSentences() {
    var before = false
    for word in words.indices {
      let starts = words[word].traits.contains(.sentenceStart)
      words[word].startsSentence = word == titleCount || (starts && !before)
      before = starts && words[word].kind == .punctuation
    }
    markCapitalLevels()
  }

  private mutating func markCapitalLevels() {
    var start = 0
    var inCapitals = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, !words[end].startsSentence { end += 1 }
      let level = capitalLevel(start..<end)
      if level > 0 { for word in start..<end { words[word].capitalLevel = level } }
      if level == 2 { inCapitals += end - start }
      start = end
    }
    isInCapitals = inCapitals * 3 >= words.count * 2
  }

  /// Two thirds of a sentence's words in capitals make a sentence in capitals.
  private func capitalLevel(_ sentence: Range<Int>) -> UInt8 {
    var all = 0
    var capitalised = 0
    var capitals = 0
    for word in sentence where words[word].kind == .word {
      all += 1
      if words[word].isCapitalised { capitalised += 1 }
      if words[word].traits.contains(.allCaps) || words[word].traits.contains(.initial) {
        capitals += 1
      }
    }
    if capitals * 3 >= all * 2, capitals >= 2 { return 2 }
    return capitalised * 4 >= all * 3 && all >= 4 ? 1 : 0
  }
}

extension PeopleWord {
  @inline(__always)
  init(_ token: Token, in field: FieldTokens, _ lexicon: Lexicon) {
    self.init(
      hash: token.kind == .number ? UInt64(min(token.range.count, 5)) : token.hash,
      record: token.kind == .word ? lexicon[token.hash] : WordRecord(rawValue: 0),
      shape: 0, traits: token.traits, kind: token.kind, evidence: [], capitalLevel: 0,
      runLength: 0, runPosition: 0, startsSentence: false)
    shape = Self.shape(token, field.bytes)
    // al-Haddad is a name though it starts in lower case.
    if token.traits.isSuperset(of: [.innerCapital, .hasHyphen])
      || token.traits.isSuperset(of: [.innerCapital, .hasApostrophe])
    {
      traits.insert(.capitalised)
    }
  }

  private static let shaping: Token.Traits = [
    .capitalised, .allCaps, .hasHyphen, .hasApostrophe, .abbreviation, .initial, .possessive,
    .hasDigit, .innerCapital,
  ]

  @inline(__always)
  private static func shape(_ token: Token, _ bytes: [UInt8]) -> UInt32 {
    let form =
      UInt32(token.traits.intersection(shaping).rawValue) << 2 | UInt32(token.kind.rawValue)
    switch token.kind {
    case .punctuation: return form | UInt32(bytes[Int(token.start)]) << 16
    case .number: return form | UInt32(min(token.range.count, 5)) << 16
    case .word: return form | (token.range.count < 4 ? UInt32(token.range.count) << 16 : 0)
    }
  }
}
