/// What a document as a whole says of the names that the model found in it.
///
/// In this order: in other languages than English names are cut to what is theirs, names are joined
/// over hyphens that stand apart, titles are cut off them, who follows an office becomes a person,
/// names are joined over lines and damage, photographers, persons of whom all papers wrote, who is
/// called after a child and whose age is told are found, lists of names are completed, lone words are decided alike throughout, scorecards and
/// results are read, full names and their surnames are found everywhere, and what is no person by
/// the lexicon or by the words beside it is dropped.
package struct PersonPasses {
  let document: PeopleDocument
  var labels: PersonLabels

  init(_ document: PeopleDocument) {
    self.document = document
    labels = PersonLabels(document)
  }

  var rules: NameRules { document.rules }
  var gazetteer: CountryGazetteer { document.gazetteer }
  var language: NameLanguage? { document.language }

  mutating func run() {
    settleLanguage()
    joinDetached()
    trimNames()
    markBearers()
    joinOverLines()
    joinOverDamage()
    markCredits()
    markKnownPersons()
    markKunyas()
    markAged()
    completeLists()
    markListedNames()
    vote()
    readScores()
    propagate()
    veto(withoutBodies(withoutFirms(completeInitials())))
  }

  /// Where a name really begins: honorifics and ranks in front are none of it.
  package static func nameStart(_ name: Range<Int>, _ document: PeopleDocument) -> Int {
    var start = name.lowerBound
    while start < name.upperBound,
      document.isPunctuation(start)
        || document.isTitle(start, following: name.upperBound - start - 1)
        || start + 1 < name.upperBound && document.isRole(start)
        || start + 1 < name.upperBound && !document.misprintedOffice(start).isEmpty
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
        || (end - name.lowerBound > 1
          && (document.isLowercaseParticle(end - 1) || document.isHeadlineVerb(end - 1)
            || addresses.contains(document.words[end - 1].hash)
            || isOpener(end - 1, in: name, document)))
    {
      end -= 1
    }
    return end
  }

  /// The in `Washington, D. C. The bride`, not In in Moon Jae In.
  private static func isOpener(_ at: Int, in name: Range<Int>, _ document: PeopleDocument) -> Bool {
    document.rules[document.words[at].hash].contains(.opener)
      && (at == name.lowerBound + 1 || document.words[at - 1].traits.contains(.initial))
  }

  /// Where a name ends because a line begins in capitals, or its own capitals end before a line or a dateline:
  /// `Leased Wire` / `LONDON, Dec. 1`, `TO KILL WILSON Washington, Aug. 15`.
  private func endBeforeCapitals(_ name: Range<Int>) -> Int {
    guard !name.isEmpty else { return name.upperBound }
    let isInCapitals = document.words[name.lowerBound].traits.contains(.allCaps)
    return name.dropFirst().first { at in
      let word = document.words[at]
      guard isInCapitals else { return word.traits.isSuperset(of: [.lineStart, .allCaps]) }
      let before = document.words[at - 1].traits
      return before.contains(.allCaps) && !before.contains(.abbreviation) && word.isName
        && word.traits.isDisjoint(with: [.allCaps, .initial, .innerCapital])
        && (word.traits.contains(.lineStart) || word.has(.place) && precedesDay(at))
    } ?? name.upperBound
  }

  private func precedesDay(_ city: Int) -> Bool {
    isMark(",", city + 1) && city + 2 < document.words.count
      && document.words[city + 2].has(.calendar)
  }

  /// Where a name ends because a place follows: `Jane F. Coolidge of Worcester`, `Mayor Emmory of Fargo`, not
  /// `Joan of Arc`.
  private func endBeforePlace(_ name: Range<Int>) -> Int {
    guard name.count > 3 else { return endOfHolder(name) }
    let first = document.words[name.lowerBound]
    guard first.has(.given) || first.traits.contains(.initial) else { return name.upperBound }
    return name.dropFirst(2).first { document.words[$0].hash == ofHash } ?? name.upperBound
  }

  /// Where a surname behind an office ends before "of" and a place.
  private func endOfHolder(_ name: Range<Int>) -> Int {
    let (of, office) = (name.lowerBound + 1, name.lowerBound - 1)
    guard name.count == 3, office >= 0, document.words[of].hash == ofHash,
      rules[document.words[office].hash].contains(.office),
      rules[document.words[office].hash].isDisjoint(with: .royal),
      !document.words[name.lowerBound].has(.given)
    else { return name.upperBound }
    return of
  }

  /// Where a full name ends with the generation behind its comma.
  private func generationEnd(_ end: Int, from start: Int) -> Int {
    guard end - start > 1, end + 1 < document.words.count, isMark(",", end),
      !document.words[end].startsSentence, !document.words[end + 1].startsSentence,
      generations.contains(document.words[end + 1].hash)
    else { return end }
    return end + 2
  }

  private mutating func trimNames() {
    for name in joinHalves() {
      let behindOffice = startBehindOffice(name)..<name.upperBound
      let behindPlace = startBehindPlace(behindOffice)..<name.upperBound
      let named = Self.nameStart(
        startBehindStrayWord(behindPlace)..<name.upperBound, document)
      let start = startBehindMonsieur(named, name.upperBound)
      let rest = start..<name.upperBound
      let limit = min(endBeforeCapitals(rest), endBeforePlace(rest))
      let end = generationEnd(Self.nameEnd(start..<limit, document), from: start)
      let plain = plainWord(in: start..<max(start, end))
      if start == name.lowerBound, isCalledLikePlace(start..<end) {
        labels.clear(name, by: .place)
        continue
      }
      guard start..<end != name || plain != nil else { continue }
      labels.clear(name)
      if let plain {
        cut(start..<end, before: plain)
      } else if start < end {
        labels.mark(start..<end)
      }
    }
  }

  /// David / Lloyd George: a given name alone belongs to the name right behind it; George I / Pratt: an
  /// initial whose dot OCR moved away to the one behind the dot.
  ///
  /// - Returns: the names after that.
  private mutating func joinHalves() -> [Range<Int>] {
    let names = labels.names
    var isJoined = false
    let seconds = names.indices.dropFirst()
    for at in seconds where endsInInitial(names[at - 1], before: names[at]) {
      labels.mark(names[at - 1].lowerBound..<names[at].upperBound)
      isJoined = true
    }
    for at in seconds {
      let (first, second) = (names[at - 1], names[at])
      guard first.upperBound == second.lowerBound, first.count == 1 else { continue }
      let (given, next) = (document.words[first.lowerBound], document.words[second.lowerBound])
      guard given.has(.given), !next.startsSentence, !next.has(.title) else { continue }
      labels.mark(first.lowerBound..<second.upperBound)
      isJoined = true
    }
    return isJoined ? labels.names : names
  }

  private func endsInInitial(_ first: Range<Int>, before second: Range<Int>) -> Bool {
    let initial = document.words[first.upperBound - 1]
    return first.count > 1 && first.upperBound + 1 == second.lowerBound
      && isMark(".", first.upperBound) && initial.traits.contains(.initial)
      && !initial.traits.contains(.abbreviation)
      && !document.words[second.lowerBound].traits.contains(.lineStart)
  }

  /// A single word standing alone is a person everywhere or nowhere, by its mean probability.
  private mutating func vote() {
    var alone: [Int] = []
    alone.reserveCapacity(document.capitalised.count)
    for word in document.capitalised where standsAlone(word) { alone.append(word) }
    var votes = WordTable<Vote>(words: alone.count, blank: Vote())
    for word in alone where !isBehindPlain(word) {
      votes[document.words[word].hash].add(labels.person[word])
    }
    let surnames = surnames(of: surnamed())
    for word in alone {
      let hash = document.words[word].hash
      guard let mean = votes[hash].mean, !surnames[hash] else { continue }
      if mean >= 0.35 {
        labels.mark(word..<word + 1, by: .majority)
      } else if Double(mean) < Self.leastMean, labels.isPerson(word) {
        labels.clear(word..<word + 1, by: .minority)
      }
    }
  }

  /// The mean probability below which a lone word is a person nowhere in the article.
  static let leastMean = 0.3

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
  func standsAlone(_ word: Int) -> Bool {
    let at = document.words[word]
    guard at.kind == .word, at.isCapitalised, at.capitalLevel < 2 || document.isInCapitals else {
      return false
    }
    if at.runLength == 1 { return !isInLongerName(word) }
    guard at.runPosition + 1 == at.runLength, word > 0 else { return false }
    // After a title the run is title and name.
    return (isBehindPlain(word) || document.isTitle(word - 1)) && !isInLongerName(word)
  }

  /// Ramaphosa in `But Ramaphosa took the report`, whose probability says less than that of a word alone: no
  /// office, as in `As President I know`.
  @inline(__always)
  private func isBehindPlain(_ word: Int) -> Bool {
    document.words[word].runLength == 2 && document.words[word].runPosition == 1
      && endsPlainRun(word)
  }

  private func endsPlainRun(_ word: Int) -> Bool {
    let at = document.words[word]
    return opensPlainly(word - 1) && isNoPronoun(word)
      && rules[at.hash].isDisjoint(with: .anyOffice) && !at.has([.title, .honorific])
  }

  /// But in `But Ramaphosa took the report`: a small word that opens a sentence.
  @inline(__always)
  private func opensPlainly(_ word: Int) -> Bool {
    let first = document.words[word]
    guard first.traits.contains(.sentenceStart) else { return false }
    return !articles.contains(first.hash)
      && (first.has(.particle) || !first.has([.given, .surname, .title]))
      && (language != nil || FunctionWords.shared[first.hash] != 0) && !labels.isPerson(word)
  }

  /// He and Is, which OCR puts behind what looks like a sentence's first word, are surnames too.
  func isNoPronoun(_ word: Int) -> Bool { document.token(word).range.count > 2 }

  func isInLongerName(_ word: Int) -> Bool {
    guard labels.isPerson(word) else { return false }
    if labels[word] == .inside { return true }
    return word + 1 < document.words.count && labels[word + 1] == .inside
  }

  /// Full names, and names that an office makes a person's.
  func surnamed() -> [Range<Int>] {
    var names = labels.names
    names.removeAll { $0.count == 1 && !labels.isBearer($0) }
    return names
  }

  func surnames(of names: [Range<Int>]) -> WordTable<Bool> {
    var surnames = WordTable(words: names.count, blank: false)
    for name in names {
      if let last = lastName(name) { surnames[document.words[last].hash] = true }
    }
    return surnames
  }

  /// The word of a full name that stands for it alone: the last but for suffixes, no initial.
  func lastName(_ name: Range<Int>) -> Int? {
    var last = name.upperBound - 1
    while last > name.lowerBound, document.words[last].has(.suffix) { last -= 1 }
    let word = document.words[last]
    guard last > name.lowerBound || labels.isBearer(name), word.kind == .word,
      !word.traits.contains(.initial), !rules[word.hash].contains(.opener)
    else {
      return nil
    }
    return last
  }
}

private let articles = TokenSet("a an the")
private let generations = TokenSet("jr. sr. jr sr")
// What opens the next name where the mark between two is lost: `Jay Gould Mrs.`
private let addresses = TokenSet("mr. mrs. messrs. mr mrs messrs")
@inline(__always) var ofHash: UInt64 { TokenHash.word("of") }
