/// What a document as a whole says of the names that the model found in it.
///
/// In this order: titles are cut off names, lists of names are completed, lone words are decided
/// alike throughout, full names and their surnames are found everywhere, and what is no person by
/// the lexicon is dropped.
package struct PersonPasses {
  let document: PeopleDocument
  var labels: PersonLabels

  init(_ document: PeopleDocument, _ labels: PersonLabels) {
    self.document = document
    self.labels = labels
  }

  mutating func run() {
    trimNames()
    markCredits()
    completeLists()
    vote()
    propagate()
    veto()
  }

  /// Where a name really begins: honorifics and ranks in front are none of it.
  package static func nameStart(_ name: Range<Int>, _ document: PeopleDocument) -> Int {
    var start = name.lowerBound
    while start < name.upperBound,
      document.isPunctuation(start)
        || document.isTitle(start, following: name.upperBound - start - 1)
    {
      // A title that is a name too is one when nothing follows: Mr King.
      if start + 1 == name.upperBound, document.words[start].has([.given, .surname]) { break }
      start += 1
    }
    return start
  }

  /// Where a name really ends: possessives and marks behind are none of it.
  private static func nameEnd(_ name: Range<Int>, _ document: PeopleDocument) -> Int {
    var end = name.upperBound
    while end > name.lowerBound,
      document.isPunctuation(end - 1) || document.words[end - 1].traits.contains(.possessive)
        || (end - name.lowerBound > 1 && document.isLowercaseParticle(end - 1))
    {
      end -= 1
    }
    return end
  }

  private mutating func trimNames() {
    for name in labels.names {
      let start = Self.nameStart(name, document)
      let end = Self.nameEnd(start..<name.upperBound, document)
      guard start..<end != name else { continue }
      labels.clear(name)
      if start < end { labels.mark(start..<end) }
    }
  }

  /// A single word standing alone is a person everywhere or nowhere, by its mean probability.
  private mutating func vote() {
    var alone: [Int] = []
    for word in document.capitalised where standsAlone(word) { alone.append(word) }
    var votes = WordTable<Vote>(words: alone.count, blank: Vote())
    for word in alone { votes[document.words[word].hash].add(labels.person[word]) }
    let surnames = surnames(of: fullNames())
    for word in alone {
      let hash = document.words[word].hash
      guard let mean = votes[hash].mean, !surnames[hash] else { continue }
      if mean >= 0.35 {
        labels.mark(word..<word + 1, by: .majority)
      } else if mean < 0.3 {
        labels.clear(word..<word + 1)
      }
    }
  }

  private struct Vote {
    var count: Float = 0
    var sum: Float = 0

    mutating func add(_ person: Float) {
      count += 1
      sum += person
    }

    /// Nil for a single voter.
    var mean: Float? { count > 1 ? sum / count : nil }
  }

  /// A capitalised word that no capitalised neighbour or name continues.
  private func standsAlone(_ word: Int) -> Bool {
    let at = document.words[word]
    guard at.kind == .word, at.isCapitalised, at.capitalLevel < 2 || document.isInCapitals else {
      return false
    }
    if at.runLength == 1 { return !isInLongerName(word) }
    // After a title the run is title and name.
    return at.runPosition + 1 == at.runLength && word > 0 && document.isTitle(word - 1)
      && !isInLongerName(word)
  }

  private func isInLongerName(_ word: Int) -> Bool {
    guard labels.isPerson(word) else { return false }
    if labels[word] == .inside { return true }
    return word + 1 < document.words.count && labels[word + 1] == .inside
  }

  private func fullNames() -> [Range<Int>] { labels.names.filter { $0.count > 1 } }

  private func surnames(of names: [Range<Int>]) -> WordTable<Bool> {
    var surnames = WordTable(words: names.count, blank: false)
    for name in names {
      if let last = lastName(name) { surnames[document.words[last].hash] = true }
    }
    return surnames
  }

  /// The word of a full name that stands for it alone: the last but for suffixes, no initial.
  private func lastName(_ name: Range<Int>) -> Int? {
    var last = name.upperBound - 1
    while last > name.lowerBound, document.words[last].has(.suffix) { last -= 1 }
    let word = document.words[last]
    guard last > name.lowerBound, word.kind == .word, !word.traits.contains(.initial) else {
      return nil
    }
    return last
  }

  /// Full names are found wherever their words stand; their surnames wherever these stand alone.
  private mutating func propagate() {
    let names = fullNames()
    guard !names.isEmpty else { return }
    let surnames = surnames(of: names)
    let byFirst = namesByFirst(names)
    for word in document.capitalised {
      let hash = document.words[word].hash
      var known = byFirst.first[hash]
      while known >= 0, !repeatName(names[known], at: word) { known = byFirst.next[known] }
      guard !labels.isPerson(word), standsAlone(word) else { continue }
      if surnames[hash] {
        labels.mark(word..<word + 1, by: .knownSurname)
      } else if byFirst.first[hash] >= 0, isAddressed(word) {
        labels.mark(word..<word + 1, by: .honorific)
      }
    }
  }

  /// Sir Keir: a form of address stands before the word.
  private func isAddressed(_ word: Int) -> Bool {
    word > 0 && !document.words[word].startsSentence && document.words[word - 1].has(.honorific)
  }

  /// Links the names that open with one word.
  ///
  /// - Returns: by word the position of the first such name, and by name that of the next; -1 for
  ///   none. Of equal names only the first is linked.
  private func namesByFirst(_ names: [Range<Int>]) -> (first: WordTable<Int>, next: [Int]) {
    var first = WordTable(words: names.count, blank: -1)
    var next = Array(repeating: -1, count: names.count)
    for (position, name) in names.enumerated() {
      let hash = document.words[name.lowerBound].hash
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
    return (first, next)
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
    guard word + name.count <= document.words.count else { return false }
    for at in name {
      let (one, other) = (document.words[at], document.words[word + at - name.lowerBound])
      guard one.hash == other.hash, one.isCapitalised == other.isCapitalised else { return false }
    }
    return true
  }

  /// What the lexicon says is no person is dropped, unless it ends in the surname of one named
  /// here: a lone country, people, month or title, a firm, a name that ends like an organisation
  /// or a street and starts like no given name.
  private mutating func veto() {
    let names = fullNames()
    var known = WordTable(words: names.count * 2, blank: false)
    for name in names {
      known[document.words[name.lowerBound].hash] = true
      if let last = lastName(name) { known[document.words[last].hash] = true }
    }
    for name in labels.names where isNoPerson(name) {
      let last = document.words[name.upperBound - 1]
      if name.count > 1 || !known[last.hash] { labels.clear(name) }
    }
  }

  private func isNoPerson(_ name: Range<Int>) -> Bool {
    let first = document.words[name.lowerBound]
    let last = document.words[name.upperBound - 1]
    if document.isFirm(name) { return true }
    if name.count > 1 {
      return last.has([.organisation, .facility])
        && (name.count > 2 || !first.has(.given) || !last.has(.surname))
    }
    if last.has([.country, .nationality]) { return true }
    if last.has(.calendar) || document.joinsFirm(name.lowerBound) { return !last.has(.given) }
    if last.has(.place), document.opensDateline(name.lowerBound) { return true }
    return last.has(.title) && precedesTitle(name)
  }

  /// Prime in Prime Minister.
  private func precedesTitle(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    return next < document.words.count && document.words[next].has(.title)
      && document.words[next].isCapitalised && !document.words[next].startsSentence
  }
}

extension PeopleDocument {
  /// A word that stands before names, with so many more words of the name behind it.
  ///
  /// A title that is a given name too (Dean, Mayor) is one before a full name.
  func isTitle(_ at: Int, following: Int = 1) -> Bool {
    let word = words[at]
    // M. is an initial before it is Monsieur.
    guard !word.traits.contains(.initial) else { return false }
    if word.has(.honorific) { return true }
    return word.has(.title) && (!word.has(.given) || following > 1)
  }

  /// Whether two words that a firm or place is known by overlap the name.
  func isFirm(_ name: Range<Int>) -> Bool {
    let end = min(name.upperBound + 1, words.count)
    for at in max(name.lowerBound - 1, 0)..<end - 1 {
      let pair = Lexicon.pair(words[at].hash, words[at + 1].hash)
      if lexicon[pair].traits.contains(.organisation) { return true }
    }
    return false
  }

  /// Johnson & Wells: one word of a name beside an ampersand.
  func joinsFirm(_ at: Int) -> Bool {
    isAmpersand(at - 1) || isAmpersand(at + 1)
  }

  private func isAmpersand(_ at: Int) -> Bool {
    words.indices.contains(at) && words[at].kind == .punctuation
      && words[at].shape >> 16 == UInt32(UInt8(ascii: "&"))
  }

  /// PARIS at the start of a line, before what is no word in capitals.
  func opensDateline(_ at: Int) -> Bool {
    words[at].traits.isSuperset(of: [.lineStart, .allCaps]) && words[at].runLength == 1
  }

  func isPunctuation(_ at: Int) -> Bool { words[at].kind == .punctuation }
}
