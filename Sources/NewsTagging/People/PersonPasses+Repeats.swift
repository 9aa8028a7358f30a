/// Who is named in full is found wherever else the article names them.
extension PersonPasses {
  /// Full names are found wherever their words stand; their surnames wherever these stand alone.
  mutating func propagate() {
    var names = surnamed()
    guard !names.isEmpty else { return }
    let roles = roles(of: names)
    names.removeAll { $0.count == 1 }
    let byStart = namesByStart(names)
    for word in document.capitalised {
      let role = roles[document.words[word].hash]
      guard !role.isEmpty else { continue }
      if role.contains(.first) { repeatNames(byStart, names, at: word) }
      guard !labels.isPerson(word), standsAlone(word) || standsInHeadline(word) else { continue }
      if role.contains(.surname) {
        labels.mark(particleStart(word, of: names)..<word + 1, by: .knownSurname)
      } else if isAddressed(word) {
        labels.mark(word..<word + 1, by: .honorific)
      } else if isKnownGivenName(word) {
        labels.mark(word..<word + 1, by: .knownGivenName)
      }
    }
  }

  /// CARRANZA in a line of capitals, where all words make one run that no small word divides.
  func standsInHeadline(_ word: Int) -> Bool {
    let at = document.words[word]
    return at.capitalLevel == 2 && at.isCapitalised && !at.has(.particle)
  }

  /// De Vriese at a sentence's beginning, where a full name ends in `de Vriese`.
  private func particleStart(_ word: Int, of names: [Range<Int>]) -> Int {
    guard word > 0, document.words[word].runPosition == 1 else { return word }
    let (particle, surname) = (document.words[word - 1], document.words[word])
    guard particle.has(.particle), particle.traits.contains(.sentenceStart) else { return word }
    let isNamed = names.contains { name in
      name.count > 2 && document.words[name.upperBound - 1].hash == surname.hash
        && document.words[name.upperBound - 2].hash == particle.hash
    }
    return isNamed ? word - 1 : word
  }

  /// Sir Keir: a form of address stands before the word.
  private func isAddressed(_ word: Int) -> Bool {
    word > 0 && !document.words[word].startsSentence && document.words[word - 1].has(.honorific)
  }

  /// Kate, who is Kate Hudson in full: a given name that no place has, and that the model thinks possible
  /// here.
  private func isKnownGivenName(_ word: Int) -> Bool {
    let at = document.words[word]
    return labels.person[word] >= Self.possible && at.has(.given) && !at.evidence.contains(.located)
      && !at.has([.place, .country, .calendar, .organisation, .facility])
  }

  /// The probability that is enough for a name whose bearer is named in full.
  static let possible: Float = 0.1

  /// What a word is in the names found so far.
  private struct Role: OptionSet {
    let rawValue: UInt8

    /// Opens a name of several words.
    static let first = Role(rawValue: 1)
    /// Stands for a name alone.
    static let surname = Role(rawValue: 2)
  }

  private func roles(of names: [Range<Int>]) -> WordTable<Role> {
    var roles = WordTable(words: names.count * 2, blank: Role())
    for name in names {
      if name.count > 1 { roles[document.words[name.lowerBound].hash].insert(.first) }
      if let last = lastName(name) { roles[document.words[last].hash].insert(.surname) }
    }
    return roles
  }

  /// What tells names apart by their first two or three words: thousands may open with one, or with a given name
  /// and an initial.
  private func start(at word: Int, words count: Int) -> UInt64 {
    let end = min(word + count, document.words.count)
    return document.words[word + 1..<max(word + 1, end)].reduce(document.words[word].hash) {
      Lexicon.pair($0, $1.hash)
    }
  }

  /// Marks the first of the names that stands at a word, too.
  private mutating func repeatNames(
    _ byStart: borrowing NamesByStart, _ names: [Range<Int>], at word: Int
  ) {
    var short = byStart.first[start(at: word, words: 2)]
    var long = byStart.first[start(at: word, words: 3)]
    while short >= 0 || long >= 0 {
      let isShort = long < 0 || short >= 0 && short < long
      let known = isShort ? short : long
      if repeatName(names[known], at: word) { return }
      if isShort { short = byStart.next[known] } else { long = byStart.next[known] }
    }
  }

  /// Names linked by the words that they open with, two or three.
  private struct NamesByStart: ~Copyable {
    /// By ``start(at:words:)`` the position of the first such name, -1 for none.
    let first: WordTable<Int>
    /// By name the position of the next.
    let next: [Int]
  }

  /// Links the names of two words, and the longer ones that open with the same three; of equal names only the first.
  private func namesByStart(_ names: [Range<Int>]) -> NamesByStart {
    var first = WordTable(words: names.count, blank: -1)
    var next = Array(filled: -1, count: names.count)
    for (position, name) in names.enumerated() {
      let hash = start(at: name.lowerBound, words: min(name.count, 3))
      var last = -1
      var other = first[hash]
      while other >= 0,
        names[other].count != name.count || !isSame(name, at: names[other].lowerBound)
      {
        (last, other) = (other, next[other])
      }
      guard other < 0 else { continue }
      if last < 0 { first[hash] = position } else { next[last] = position }
    }
    return NamesByStart(first: first, next: next)
  }

  private mutating func repeatName(_ name: Range<Int>, at word: Int) -> Bool {
    guard name.lowerBound != word, isSame(name, at: word) else { return false }
    let place = word..<word + name.count
    for word in place where labels.isPerson(word) { return false }
    labels.mark(place, by: .repeatedName)
    return true
  }

  /// Whether the words of `name` stand at `word` too, in the same case.
  private func isSame(_ name: Range<Int>, at word: Int) -> Bool {
    let end = word + name.count
    guard end <= document.words.count, word >= document.titleCount || end <= document.titleCount
    else { return false }
    for at in name {
      let (one, other) = (document.words[at], document.words[word + at - name.lowerBound])
      guard one.hash == other.hash, one.isCapitalised == other.isCapitalised else { return false }
    }
    return true
  }
}
