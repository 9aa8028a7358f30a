internal import ArticleModel

/// An article's words, title before body, with everything that the features read.
package struct PeopleDocument: Sendable {
  package let article: ArticleTokens
  package internal(set) var words: ContiguousArray<PeopleWord>
  /// The capitalised words, in text order: names have no others but particles and marks between.
  var capitalised: ContiguousArray<Int>
  /// Words of the title; the body's follow.
  package let titleCount: Int
  let lexicon: Lexicon
  /// How the document as a whole is written.
  let casing: DocumentCasing
  /// Whether it is a post, a comment or a message rather than an article.
  let isInformal: Bool
  private(set) var legibility = Legibility()

  package init(_ article: ArticleTokens, lexicon: Lexicon) {
    self.article = article
    self.lexicon = lexicon
    titleCount = article.title.tokens.count
    var reader = WordReader(count: titleCount + article.body.tokens.count)
    words = ContiguousArray(unsafeUninitializedCapacity: reader.capacity) { words, count in
      reader.read(article.title, into: words)
      reader.read(article.body, into: words)
      assert(reader.count == reader.capacity, "words that were never written")
      count = reader.capacity
    }
    capitalised = reader.capitalised
    casing = reader.casing
    isInformal = !casing.isLost && article.language ?? "en" == "en" && Self.isInformal(words)
    lookUp()
    if casing.isLost { restoreCapitals() } else if isInformal { restoreGivenNames() }
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
}

extension PeopleDocument {
  /// Reads the lexicon for the words that features and passes ask about: capitalised ones, two
  /// words either side, and two more before a particle, which may open a name.
  ///
  /// That spares a third of all look-ups, which miss the cache more often than not. Where case is
  /// lost, and in informal texts, any word may be a name.
  private mutating func lookUp() {
    let (lexicon, capitalised, readsAll) = (lexicon, capitalised, casing.isLost || isInformal)
    var legibility = Legibility()
    words.withUnsafeMutableBufferPointer { words in
      var next = 0
      func lookUp(before end: Int) {
        while next < end {
          if words[next].kind == .word {
            words[next].record = lexicon[words[next].hash]
            legibility.see(words[next])
          }
          next += 1
        }
      }
      if readsAll { lookUp(before: words.count) }
      for name in capitalised {
        let skipped = next
        next = max(next, name - 2)
        lookUp(before: min(name + 3, words.count))
        guard name > 1, skipped < name - 2, words[name - 1].has(.particle) else { continue }
        let end = next
        next = max(skipped, name - 4)
        lookUp(before: name - 2)
        next = end
      }
    }
    self.legibility = legibility
  }

  /// What the lexicon knows of a word that may lie far from any name.
  func record(_ word: Int) -> WordRecord {
    let known = words[word].record
    return known.rawValue != 0 || words[word].kind != .word ? known : lexicon[words[word].hash]
  }
}
