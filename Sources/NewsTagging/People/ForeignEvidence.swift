/// What says that capitalised words are a person's name in a language that the model did not learn.
struct ForeignEvidence {
  /// How sure the model must be of a name that nothing else speaks for; where nouns are capitalised it is
  /// sure of too much.
  private static let sureAmongNouns: Float = 0.65
  private static let sure: Float = 0.4
  /// The same of a word alone that no list of names has.
  private static let sureOfWord: Float = 0.9

  private let document: PeopleDocument
  private let language: NameLanguage
  private let gazetteer = CountryGazetteer()
  /// Words that stand behind an article somewhere in a text whose nouns are capitalised.
  private var nouns: TokenTable<Bool>

  init(_ document: PeopleDocument, _ language: NameLanguage) {
    (self.document, self.language) = (document, language)
    nouns = TokenTable(minimumCapacity: document.capitalised.count)
    guard language.hasNounsInCapitals else { return }
    for word in document.capitalised where followsArticle(word) {
      nouns[document.words[word].hash] = true
    }
  }

  /// The words of a full name are no nouns, whatever article stands before it.
  mutating func noteName(_ name: Range<Int>) {
    for word in name where document.words[word].isCapitalised {
      nouns[document.words[word].hash] = false
    }
  }

  /// Whether two words or more are a person's name.
  ///
  /// - Parameter score: how sure the model is, 0 to 1.
  func isName(_ name: Range<Int>, _ score: Float) -> Bool {
    if followsTitle(name.lowerBound) { return true }
    if language.isThing(document.words[name.lowerBound].hash) { return false }
    // z. B. Porifera.
    if name.dropLast().allSatisfy({ document.words[$0].traits.contains(.initial) }) {
      return isName(name.upperBound - 1, score)
    }
    if name.dropLast().contains(where: isGivenName) { return true }
    let last = document.words[name.upperBound - 1]
    if isPlace(last), !last.has(.surname) { return false }
    if followsArticle(name.lowerBound) || name.contains(where: isOther) { return false }
    return score >= (language.hasNounsInCapitals ? Self.sureAmongNouns : Self.sure)
  }

  /// Whether a listed given name and a word that is nothing else stand behind no article, and no more of
  /// the kind behind them.
  func isFullName(_ name: Range<Int>) -> Bool {
    let (first, last) = (name.lowerBound, name.upperBound - 1)
    let words = document.words
    guard words[first].has(.given), !words[first].has([.country, .particle]), isGivenName(first),
      !isOther(first), words[last].isName, !words[last].startsSentence, !isOther(last),
      !isPlace(words[last]) || words[last].has(.surname), !followsArticle(first)
    else { return false }
    let end = name.upperBound
    return end == words.count || !words[end].isName || words[end].startsSentence
  }

  /// Whether a word alone is a person's name.
  func isName(_ at: Int, _ score: Float) -> Bool {
    let word = document.words[at]
    if followsTitle(at) { return true }
    if followsArticle(at) || isOther(at) { return false }
    if isPlace(word), !word.has(.given) || isState(word) && score < Self.sureOfWord { return false }
    let isListed = word.has([.given, .surname])
    if word.traits.contains(.sentenceStart) || word.has(.place) || language.hasNounsInCapitals {
      return isListed || score >= Self.sureOfWord && !word.traits.contains(.sentenceStart)
    }
    return true
  }

  /// A given name, also one of two joined by a hyphen, or an initial; no noun before what is no family name.
  func isGivenName(_ at: Int) -> Bool {
    let word = document.words[at]
    guard word.isName else { return false }
    if word.traits.contains(.initial) { return true }
    if word.traits.contains(.hasHyphen) { return document.firstPart(of: at).has(.given) }
    guard word.has(.given) else { return false }
    guard language.isNoun(word.hash), at + 1 < document.words.count else { return true }
    let next = document.words[at + 1]
    return next.isName && next.has(.surname) && !language.isNoun(next.hash)
  }

  /// Whether the word before a given name is surely none of the name: a small one, or, where nouns are
  /// capitalised, any; else a title, a people's name or a sentence's first.
  func endsOther(before at: Int) -> Bool {
    let before = document.words[at - 1]
    if document.words[at].traits.contains(.initial), before.isName { return isOther(at - 1) }
    if before.isInLowerCase || before.kind != .word || language.hasNounsInCapitals { return true }
    return before.has([.nationality, .title, .honorific]) || isTitle(at - 1)
      || !before.has([.given, .surname]) && isPlace(before) || isBody(before)
      || before.traits.contains(.sentenceStart) && !before.has([.given, .surname])
  }

  /// A large town, a country, or a people by its name in any language.
  private func isPlace(_ word: PeopleWord) -> Bool {
    gazetteer.record(word.hash)?.isWidelyKnown == true
  }

  private func isState(_ word: PeopleWord) -> Bool {
    gazetteer.record(word.hash)?.namesState == true
  }

  /// What ends a body's name before a person's: `Milan AC Piero Pirelli`.
  private func isBody(_ word: PeopleWord) -> Bool {
    word.has([.organisation, .facility]) && !word.has([.given, .surname])
  }

  private func followsArticle(_ at: Int) -> Bool {
    at > 0 && !document.words[at].startsSentence
      && (language.isArticle(document.words[at - 1].hash)
        || language.isElided(document.words[at - 1].hash) && isDefinite(at - 1))
  }

  /// `l'`, not `d'`, which stands before names.
  private func isDefinite(_ at: Int) -> Bool { language.isArticle(document.words[at].hash) }

  private func followsTitle(_ at: Int) -> Bool {
    at > 0 && !document.words[at].startsSentence && isTitle(at - 1)
  }

  /// A form of address of the language: Kanzler, also Kanzlers and Präsidenten.
  private func isTitle(_ at: Int) -> Bool {
    if isAddress(document.words[at].hash) { return true }
    guard language.hasNounsInCapitals, document.words[at].isCapitalised else { return false }
    return document.endings(of: at, lengths: 1...2).contains(where: isAddress)
  }

  private func isAddress(_ hash: UInt64) -> Bool {
    Honorifics.shared[hash]?.language == language.code
  }

  /// A word that is surely something else: a place, a people, a month, a body, a common noun.
  private func isOther(_ at: Int) -> Bool {
    let word = document.words[at]
    if word.isInLowerCase || word.kind != .word { return true }
    if word.has(Self.otherThings) || language.isSmallWord(word.hash) || language.isThing(word.hash)
    {
      return true
    }
    guard language.hasNounsInCapitals else { return false }
    if language.isNoun(word.hash) || nouns[word.hash] == true { return true }
    if word.traits.contains(.hasHyphen) { return true }
    return !word.has([.given, .surname]) && language.endsAsNoun(document.bytes(at))
  }

  private static let otherThings: WordRecord.Traits = [
    .country, .nationality, .calendar, .organisation, .facility,
  ]
}

extension PeopleDocument {
  /// What the lexicon knows of a word's part before its first hyphen.
  fileprivate func firstPart(of at: Int) -> WordRecord {
    let part = bytes(at).prefix { $0 != UInt8(ascii: "-") }
    return part.withUnsafeBufferPointer { lexicon[lowercaseHash($0, 0, $0.count)] }
  }

  /// The hashes of a word less its last letters.
  fileprivate func endings(of at: Int, lengths: ClosedRange<Int>) -> [UInt64] {
    bytes(at).withUnsafeBufferPointer { text in
      lengths.filter { $0 < text.count }.map { lowercaseHash(text, 0, text.count - $0) }
    }
  }
}

extension WordRecord {
  fileprivate func has(_ any: Traits) -> Bool { !traits.isDisjoint(with: any) }
}

extension CountryGazetteer.Record {
  /// The ``CountryGazetteer/Sense/weight`` of a town of 150,000.
  private static let largeTown: UInt8 = 155

  /// A country, a people or a capital.
  fileprivate var namesState: Bool {
    (0..<count).contains { [.country, .demonym, .gone, .capital].contains(self[$0].kind) }
  }

  /// A country, a people, a state, a capital or a large town; of small ones there are too many that are
  /// called as people are.
  var isWidelyKnown: Bool {
    (0..<count).contains { at in
      switch self[at].kind {
      case .country, .demonym, .capital, .region, .gone: true
      case .city: self[at].weight >= Self.largeTown
      default: false
      }
    }
  }
}
