/// Names that a line's end or an initial cut in two, and the initial that is none.
extension PersonPasses {
  /// `Secretary Richard` / `Lyng said`: a given name that ends a line has its surname in the next one, where
  /// small letters follow it.
  ///
  /// The end of a short line is taken for a sentence's, as agencies' first lines are that lost their place
  /// and day.
  mutating func joinOverLines() {
    for word in document.capitalised where labels[word] == .begin {
      let given = document.words[word]
      guard given.has(.given), !given.has([.title, .honorific]), !continues(word),
        let end = surnameEnd(behind: word)
      else { continue }
      labels.mark(word..<end)
    }
  }

  private func continues(_ word: Int) -> Bool {
    isInWords(word + 1) && labels[word + 1] == .inside
  }

  /// Where the surname ends that opens the line behind a given name, particles and initials before it; nil
  /// for none.
  private func surnameEnd(behind given: Int) -> Int? {
    var at = given + 1
    while at - given < 3, isInWords(at), document.isLowercaseParticle(at) { at += 1 }
    guard isInWords(at), document.words[at].traits.contains(.lineStart),
      document.words[at].traits.isDisjoint(with: .paragraphStart)
    else { return nil }
    let line = at
    while at - line < 2, isInWords(at), document.words[at].traits.contains(.initial) { at += 1 }
    return isInWords(at) && isSurnameLike(at, behind: given) && endsName(at) ? at + 1 : nil
  }

  /// Whether what follows a word cannot go on with a name.
  private func endsName(_ at: Int) -> Bool {
    guard isInWords(at + 1) else { return false }
    let next = document.words[at + 1]
    return next.isInLowerCase || isMark(",", at + 1) || next.traits.contains(.possessive)
  }

  private func isInWords(_ at: Int) -> Bool { document.words.indices.contains(at) }

  /// A capitalised word that is none of the language, in the given name's case; where all letters are capitals a
  /// known surname.
  private func isSurnameLike(_ at: Int, behind given: Int) -> Bool {
    let (word, first) = (document.words[at], document.words[given])
    let share = word.record.capitalisation
    return word.isName && !(1...2 ~= share || 6...7 ~= share)
      && FunctionWords.shared[word.hash] == 0
      && word.traits.contains(.allCaps) == first.traits.contains(.allCaps)
      && (word.has(.surname) || !word.traits.contains(.allCaps))
      && !word.has([.country, .nationality, .calendar, .title, .honorific])
  }

  /// Where a name begins behind the place that an office is of: `Governor of Illinois Adlai Stevenson`.
  func startBehindPlace(_ name: Range<Int>) -> Int {
    guard name.count > 2, name.lowerBound > 0, document.words[name.lowerBound - 1].hash == ofHash
    else { return name.lowerBound }
    let (place, given) = (document.words[name.lowerBound], document.words[name.lowerBound + 1])
    guard place.has([.place, .country]), !place.has([.given, .surname]), given.has(.given) else {
      return name.lowerBound
    }
    return name.lowerBound + 1
  }

  /// Where a name begins behind Monsieur: `M. Poincaré`.
  ///
  /// In French, and where an English text speaks of France and cuts no other given name to one letter.
  func startBehindMonsieur(_ start: Int, _ end: Int) -> Int {
    guard end - start == 2, document.words[start].hash == monsieurHash,
      !document.words[start + 1].traits.contains(.initial), isFrench
    else { return start }
    return start + 1
  }

  private var isFrench: Bool {
    if document.article.language == "fr" { return true }
    let speaksOfFrance = document.capitalised.contains { french.contains(document.words[$0].hash) }
    return speaksOfFrance
      && !labels.names.contains { name in
        name.count == 2 && document.words[name.lowerBound].traits.contains(.initial)
          && document.words[name.lowerBound].hash != monsieurHash
      }
  }
}

@inline(__always) var monsieurHash: UInt64 { TokenHash.word("m.") }
private let french = TokenSet("france french mme. mme mlle. mlle")
