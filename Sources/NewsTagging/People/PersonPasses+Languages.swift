/// Names in languages that the model did not learn, where it takes small words and, in German, common
/// nouns for parts of names or for names.
extension PersonPasses {
  /// Cuts what is no part off the names that the model found, and drops those that nothing else says to
  /// be a person's.
  ///
  /// Full names first: their surnames stand for themselves. What is dropped is likely nowhere in the
  /// article, so that the passes after this one do not bring it back.
  mutating func settleLanguage() {
    guard let language else { return }
    var evidence = ForeignEvidence(document, language)
    let found = labels.names
    let names = found.map { core(of: $0, language, evidence) }
    for name in found { labels.clear(name, by: .language) }
    for name in names where name.count > 1 && evidence.isName(name, score(of: name)) {
      labels.mark(name)
      evidence.noteName(name)
    }
    markMissed(evidence)
    let surnames = surnames(of: labels.names)
    for name in names where !name.isEmpty && !labels.isPerson(name.lowerBound) {
      let isKnown = surnames[document.words[name.upperBound - 1].hash]
      if name.count == 1, isKnown || evidence.isName(name.lowerBound, score(of: name)) {
        labels.mark(name)
      } else if isKnown, belongsToFullName(name, evidence) {
        labels.mark(name)
      }
    }
    quiet(evidence)
  }

  /// Marks a given name and the word behind it that the model thinks possible: `Secondo Carlo Bertolini la
  /// Camera` is one name to it, or none.
  private mutating func markMissed(_ evidence: ForeignEvidence) {
    for word in document.capitalised where !labels.isPerson(word) {
      let name = word..<word + 2
      guard name.upperBound <= document.words.count, !labels.isPerson(word + 1),
        score(of: name) >= (document.words[word].has(.place) ? 3 : 1) * Self.possible,
        evidence.isFullName(name)
      else { continue }
      labels.mark(name, by: .listedName)
    }
  }

  /// The mean probability of the words.
  func score(of name: Range<Int>) -> Float {
    name.reduce(0) { $0 + labels.person[$1] } / Float(max(name.count, 1))
  }

  /// Takes its likelihood from each capitalised word that is no name by itself.
  private mutating func quiet(_ evidence: ForeignEvidence) {
    for word in document.capitalised where !labels.isPerson(word) {
      if !evidence.isName(word, labels.person[word]) { labels.person[word] = 0 }
    }
  }

  /// The name within what the model found.
  private func core(
    of found: Range<Int>, _ language: NameLanguage, _ evidence: ForeignEvidence
  ) -> Range<Int> {
    var start = found.lowerBound
    while start < found.upperBound, isNoPart(start, found.upperBound, language, evidence) {
      start += 1
    }
    start = fullNameStart(start..<found.upperBound, evidence)
    let rest = start..<found.upperBound
    return start..<(rest.dropFirst().first { ends(at: $0, language) } ?? found.upperBound)
  }

  /// Whether a name ends before a word: its genitive, a small word of no name, one before a body or a place, or an
  /// article where nouns are capitalised.
  private func ends(at place: Int, _ language: NameLanguage) -> Bool {
    let word = document.words[place]
    if word.traits.contains(.possessive) { return true }
    if language.isSmallWord(word.hash), !word.has([.particle, .given]) { return true }
    guard word.isInLowerCase, !document.words[place - 1].has(.particle) else { return false }
    let next = place + 1 < document.words.count ? document.words[place + 1].hash : 0
    return language.isThing(next) || language.hasNounsInCapitals && language.isArticle(word.hash)
  }

  /// A mark or a small word that opens what the model found.
  ///
  /// `Le` and `Van` are parts of a name where no sentence begins, `von der` and `de` where a full name
  /// of the article has them.
  private func isNoPart(
    _ at: Int, _ end: Int, _ language: NameLanguage, _ evidence: ForeignEvidence
  ) -> Bool {
    let word = document.words[at]
    guard word.kind == .word else { return true }
    let isParticle = word.has(.particle)
    guard language.isSmallWord(word.hash) || isParticle && word.isInLowerCase else { return false }
    guard isParticle, at + 1 < end else { return true }
    if word.isCapitalised, !word.traits.contains(.sentenceStart), !language.hasNounsInCapitals {
      return false
    }
    return !belongsToFullName(at..<end, evidence)
  }

  /// Whether a longer name ends in these words.
  private func belongsToFullName(_ name: Range<Int>, _ evidence: ForeignEvidence) -> Bool {
    labels.names.contains { full in
      full.count > name.count && evidence.isGivenName(full.upperBound - name.count - 1)
        && zip(full.suffix(name.count), name).allSatisfy {
          document.words[$0].hash == document.words[$1].hash
        }
    }
  }

  /// Where a given name with more behind it follows what is none: `Ingenieur William Hampson`.
  private func fullNameStart(_ name: Range<Int>, _ evidence: ForeignEvidence) -> Int {
    guard name.count > 2, !evidence.isGivenName(name.lowerBound) else { return name.lowerBound }
    return name.dropFirst().dropLast().first {
      evidence.isGivenName($0) && evidence.endsOther(before: $0)
    } ?? name.lowerBound
  }
}
