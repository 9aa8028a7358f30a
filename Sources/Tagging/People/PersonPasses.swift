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
    completeLists()
    vote()
    propagate()
    veto()
  }

  /// Where a name really begins: honorifics and ranks in front are none of it.
  package static func nameStart(_ name: Range<Int>, _ document: PeopleDocument) -> Int {
    var start = name.lowerBound
    while start < name.upperBound, document.isPunctuation(start) || document.isTitle(start) {
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
    var sums: [UInt64: (count: Int, sum: Float)] = [:]
    for word in document.words.indices where standsAlone(word) {
      sums[document.words[word].hash, default: (0, 0)].count += 1
      sums[document.words[word].hash, default: (0, 0)].sum += labels.person[word]
    }
    let surnames = Set(fullNames().compactMap { lastName($0).map { document.words[$0].hash } })
    for word in document.words.indices where standsAlone(word) {
      let hash = document.words[word].hash
      guard let (count, sum) = sums[hash], count > 1, !surnames.contains(hash) else { continue }
      let mean = sum / Float(count)
      if mean >= 0.35 {
        labels.mark(word..<word + 1)
      } else if mean < 0.3 {
        labels.clear(word..<word + 1)
      }
    }
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
    var byFirst: [UInt64: [Range<Int>]] = [:]
    var surnames: Set<UInt64> = []
    for name in names {
      byFirst[document.words[name.lowerBound].hash, default: []].append(name)
      if let last = lastName(name) { surnames.insert(document.words[last].hash) }
    }
    for word in document.words.indices where document.words[word].isCapitalised {
      if let known = byFirst[document.words[word].hash] { repeatName(known, at: word) }
      if surnames.contains(document.words[word].hash), !labels.isPerson(word), standsAlone(word) {
        labels.mark(word..<word + 1)
      }
    }
  }

  private mutating func repeatName(_ known: [Range<Int>], at word: Int) {
    for name in known where name.lowerBound != word && word + name.count <= document.words.count {
      let same = name.indices.allSatisfy { at in
        let other = word + at - name.lowerBound
        return document.words[at].hash == document.words[other].hash
          && document.words[at].isCapitalised == document.words[other].isCapitalised
      }
      let place = word..<word + name.count
      guard same, place.allSatisfy({ !labels.isPerson($0) }) else { continue }
      labels.mark(place)
      return
    }
  }

  /// What the lexicon says is no person is dropped, unless it ends in the surname of one named
  /// here: a lone country, people, month or title, a firm, a name that ends like an organisation
  /// or a street and starts like no given name.
  private mutating func veto() {
    let surnames = Set(fullNames().compactMap { lastName($0).map { document.words[$0].hash } })
    for name in labels.names where isNoPerson(name) {
      let last = document.words[name.upperBound - 1]
      if !surnames.contains(last.hash) || document.isFirm(name) { labels.clear(name) }
    }
  }

  private func isNoPerson(_ name: Range<Int>) -> Bool {
    let first = document.words[name.lowerBound]
    let last = document.words[name.upperBound - 1]
    if document.isFirm(name) { return true }
    if name.count > 1 {
      return last.has([.organisation, .facility]) && (!first.has(.given) || !last.has(.surname))
    }
    if last.has([.country, .nationality, .calendar]) { return !last.has(.given) }
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
  /// A word that stands before names; a given name or surname is none (Dean, Bishop), unless it
  /// is an honorific.
  func isTitle(_ at: Int) -> Bool {
    let word = words[at]
    if word.has(.honorific) { return true }
    return word.has(.title) && !word.has([.given, .surname])
  }

  /// Two words or more that a firm or place is known by, alone or with a word behind the name.
  func isFirm(_ name: Range<Int>) -> Bool {
    let end = min(name.upperBound + 1, words.count)
    return (name.lowerBound..<end - 1).contains { at in
      lexicon[Lexicon.pair(words[at].hash, words[at + 1].hash)].traits.contains(.organisation)
    }
  }

  func isPunctuation(_ at: Int) -> Bool { words[at].kind == .punctuation }
}
