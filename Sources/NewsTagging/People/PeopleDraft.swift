/// A document's words while they are looked up and their case is restored: see ``PeopleDocument``.
struct PeopleDraft {
  var words: ContiguousArray<PeopleWord>
  var capitalised: ContiguousArray<Int>
  /// How the document as a whole is written.
  let casing: DocumentCasing
  let isInformal: Bool
  private(set) var legibility = Legibility()

  init(_ article: borrowing ArticleTokens, _ lexicon: Lexicon) {
    var reader = WordReader(count: article.title.tokens.count + article.body.tokens.count)
    words = ContiguousArray(unsafeUninitializedCapacity: reader.capacity) { words, count in
      reader.read(article.title, into: words)
      reader.read(article.body, into: words)
      assert(reader.count == reader.capacity, "words that were never written")
      count = reader.capacity
    }
    capitalised = reader.capitalised
    casing = reader.casing
    isInformal = !casing.isLost && article.language ?? "en" == "en" && Self.isInformal(words)
    lookUp(lexicon)
    if casing.isLost { restoreCapitals() } else if isInformal { restoreGivenNames() }
    if casing.wordsInCapitals > 0 { restoreSmallLetters() }
    markRuns()
    markEvidence()
  }

  /// Reads the lexicon for the words that features and passes ask about: capitalised ones, two
  /// words either side, and two more before a particle, which may open a name.
  ///
  /// That spares a third of all look-ups, which miss the cache more often than not. Where case is
  /// lost, and in informal texts, any word may be a name.
  private mutating func lookUp(_ lexicon: Lexicon) {
    if casing.isLost || isInformal { return lookUp(lexicon, words.indices) }
    var next = 0
    for name in capitalised {
      let skipped = next
      next = min(name + 3, words.count)
      lookUp(lexicon, max(skipped, name - 2)..<next)
      guard name > 1, skipped < name - 2, words[name - 1].has(.particle) else { continue }
      lookUp(lexicon, max(skipped, name - 4)..<name - 2)
    }
  }

  @inline(__always)
  private mutating func lookUp(_ lexicon: Lexicon, _ range: Range<Int>) {
    var legibility = legibility
    words.withUnsafeMutableBufferPointer { words in
      for at in range where words[at].kind == .word {
        words[at].record = lexicon[words[at].hash]
        legibility.see(words[at])
      }
    }
    self.legibility = legibility
  }

  var peoples: [UInt64] {
    var peoples: [UInt64] = []
    for at in capitalised {
      let word = words[at]
      if word.has(.nationality), !peoples.contains(word.hash) { peoples.append(word.hash) }
    }
    return peoples
  }
}
