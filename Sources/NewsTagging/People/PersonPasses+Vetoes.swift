/// What is no person by the lexicon or by the words beside it.
extension PersonPasses {
  /// Initials alone, ships and places are dropped always; what the lexicon says is no person, unless
  /// it ends in the surname of one named here.
  ///
  /// - Parameter names: all there are.
  mutating func veto(_ names: [Range<Int>]) {
    var known = WordTable(words: names.count * 2, blank: false)
    for name in names where name.count > 1 {
      known[document.words[name.lowerBound].hash] = true
      if let last = lastName(name) { known[document.words[last].hash] = true }
    }
    let towns = towns(among: names, besides: known)
    for name in names {
      let last = document.words[name.upperBound - 1]
      let isUnknown = name.count > 1 || !known[last.hash]
      if let veto = veto(of: name, isUnknown: isUnknown) {
        labels.clear(name, by: veto)
      } else if name.count == 1, isUnknown, towns[last.hash] {
        labels.clear(name, by: .place)
      }
    }
  }

  /// Why a name is no person, nil when it may be one.
  func veto(of name: Range<Int>, isUnknown: Bool) -> PersonVeto? {
    if hasNoWord(name) || isShortNameAlone(name) { return .initials }
    if let scrap = scrapVeto(name) { return scrap }
    guard !labels.isBearer(name) else { return nil }
    if isShip(name) { return .ship }
    if isFirmsName(name) || ends(name, .agency) || ends(name, .firmEnd) || endsInFirm(name) {
      return .firm
    }
    if ends(name, .placeEnd) { return .place }
    if isAmount(name) || isVerbAlone(name) { return .thing }
    if isUnknown, isPlaceName(name) { return .place }
    if isDateline(name) || isUnknown && standsAsTown(name) { return .place }
    if isUnknown, isNamedThing(name) || isSchool(name) || isProduct(name) || endsInOffice(name) {
      return .thing
    }
    if isUnknown, name.count == 1 || opensDateline(name), precedesState(name) { return .place }
    return isUnknown ? lexicalVeto(name) : nil
  }

  /// A lone country, people, month or title, a firm, a name that ends like an organisation or a
  /// street and starts like no given name.
  private func lexicalVeto(_ name: Range<Int>) -> PersonVeto? {
    let last = document.words[name.upperBound - 1]
    if document.isFirm(name) { return .firm }
    if name.count > 1 {
      return last.has([.organisation, .facility]) && !isFullName(name) ? .thing : nil
    }
    if isPartOfTown(name.lowerBound) || isHome(name.lowerBound) { return .place }
    if last.has([.country, .nationality]) || isMisprintedPlace(name.lowerBound) { return .place }
    if document.joinsFirm(name.lowerBound) { return .firm }
    if last.has(.calendar) { return last.has(.given) ? nil : .thing }
    if last.has(.place), document.opensDateline(name.lowerBound) { return .place }
    return last.has(.title) && precedesTitle(name) ? .thing : nil
  }

  /// Given name or initials before a surname, though that is a hall's or a church's too: `J. T. Hall`.
  private func isFullName(_ name: Range<Int>) -> Bool {
    let (first, last) = (document.words[name.lowerBound], document.words[name.upperBound - 1])
    guard last.has(.surname) else { return false }
    if name.count == 2, first.has(.given) { return true }
    return name.dropLast().allSatisfy { document.words[$0].traits.contains(.initial) }
  }

  /// Whether no word has three letters, or two of which one is small: `N. J.`, `Dr. H`.
  private func hasNoWord(_ name: Range<Int>) -> Bool {
    !name.contains { at in
      let word = document.words[at]
      guard word.kind == .word, !word.traits.contains(.initial) else { return false }
      let token = document.token(at)
      let length = token.range.count - (word.traits.contains(.abbreviation) ? 1 : 0)
      return length > 2
        || length == 2 && !word.traits.contains(.allCaps) && !word.traits.contains(.abbreviation)
    }
  }

  /// A short given name before a word that OCR made of a surname: `Chas. jGuilue`.
  private func isShortNameAlone(_ name: Range<Int>) -> Bool {
    name.count == 1 && document.words[name.lowerBound].traits.contains(.abbreviation)
  }

  /// The steamer Nils, Cruiser Aurora.
  func isShip(_ name: Range<Int>) -> Bool {
    let first = document.words[name.lowerBound]
    if name.count > 1, !rules[first.hash].isDisjoint(with: [.ship, .storm]), !first.has(.given),
      !first.has(.surname)
    {
      return true
    }
    let before = name.lowerBound - 1
    return before >= 0 && !first.startsSentence
      && rules[document.words[before].hash].contains(.ship) || isStorm(name)
  }

  /// Hurricane Andrew, Tropical Storm Allison; not in a hurricane.
  private func isStorm(_ name: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    guard name.count == 1, before >= 0, document.words[before].isName,
      !document.words[name.lowerBound].startsSentence
    else { return false }
    let word = document.words[before].hash
    return rules[word].contains(.storm)
      || before > 0
        && rules[Lexicon.pair(document.words[before - 1].hash, word)].contains(.storm)
  }

  /// Whether a place or a law is called so: Schwaben redoubt, the Indira Gandhi power plant, Robert Smith Avenue;
  /// not in `the Robert Smith library fees`.
  func isNamedThing(_ name: Range<Int>) -> Bool {
    var next = name.upperBound
    if next < document.words.count, rules[document.words[next].hash].contains(.placeAdjective) {
      next += 1
    }
    guard next < document.words.count else { return false }
    let word = document.words[next]
    let isNoun = rules[word.hash].contains(.placeNoun)
    guard word.isInLowerCase else {
      return isNoun && word.isName && word.capitalLevel == 0 && !word.startsSentence
        && !word.has([.given, .surname]) && !isName(next + 1)
    }
    return isNoun && !isHead(next + 1) || isPair(next, .placeNoun) && !isHead(next + 2)
  }

  /// A noun that the nouns before it only tell more of: the fees, the agent.
  private func isHead(_ at: Int) -> Bool {
    at < document.words.count && rules[document.words[at].hash].contains(.headNoun)
  }

  private func isName(_ at: Int) -> Bool {
    at < document.words.count && document.words[at].isName && !document.words[at].startsSentence
  }

  private func isPair(_ at: Int, _ kind: NameRules.Kinds) -> Bool {
    guard at + 1 < document.words.count, document.words[at + 1].isInLowerCase else { return false }
    return rules[Lexicon.pair(document.words[at].hash, document.words[at + 1].hash)].contains(kind)
  }

  /// Cornell in "studied at Cornell", "a professor of law at Cornell"; not in "the professor laughed at Cornell".
  private func isSchool(_ name: Range<Int>) -> Bool {
    let preposition = name.lowerBound - 1
    guard name.count == 1, preposition > 0, !document.words[preposition + 1].startsSentence,
      atFrom.contains(document.words[preposition].hash)
    else { return false }
    let behind = name.upperBound
    if behind < document.words.count, document.words[behind].traits.contains(.possessive) {
      return false
    }
    return (max(0, preposition - 5)..<preposition).reversed().contains { at in
      rules[document.words[at].hash].contains(.schoolRole)
        && (at + 1 == preposition || ofIn.contains(document.words[at + 1].hash))
        && (at + 1..<preposition).allSatisfy { document.words[$0].isInLowerCase }
    }
  }

  /// Whether the last of several words is of a kind: `A. P. Leased Wire`, Baldwin Loco, Glenn Springs.
  func ends(_ name: Range<Int>, _ kind: NameRules.Kinds) -> Bool {
    guard name.count > 1 else { return false }
    let (word, last) = (document.words[name.upperBound - 2], document.words[name.upperBound - 1])
    return rules[last.hash].contains(kind)
      || rules[Lexicon.pair(word.hash, last.hash)].contains(kind)
  }

  /// The Edgar Thomson Works, Iron Works; not Charles Works, nor Mills, which is rather a surname.
  private func endsInFirm(_ name: Range<Int>) -> Bool {
    let first = document.words[name.lowerBound]
    let last = document.words[name.upperBound - 1]
    guard name.count > 1, rules[last.hash].contains(.firm),
      !last.has([.surname, .given]) || last.record.isCommonInLowerCase,
      !first.traits.contains(.initial)
    else { return false }
    return !first.has(.given) || isBehindArticle(name.lowerBound)
  }

  /// Behind "the", or "of".
  private func isBehindArticle(_ at: Int) -> Bool {
    guard at > 0, !document.words[at].startsSentence else { return false }
    let before = document.words[at - 1].hash
    return before == theHash || before == ofHash
  }

  /// Whether an amount ends so: `4.20 N.Z. Dlrs`.
  private func isAmount(_ name: Range<Int>) -> Bool {
    guard rules[document.words[name.upperBound - 1].hash].contains(.money), name.lowerBound > 0
    else { return false }
    let before = document.words[name.lowerBound - 1]
    return before.kind == .number || rules[before.hash].contains(.money)
  }

  /// Resigns in `PRESIDENT RESIGNS`, whose name the headline leaves out.
  private func isVerbAlone(_ name: Range<Int>) -> Bool {
    name.count == 1 && document.isHeadlineVerb(name.lowerBound)
      && !document.words[name.lowerBound].has([.given, .surname])
  }

  /// Whether a firm's sign stands behind a name, or an ampersand beside two words without a given
  /// name.
  private func isFirmsName(_ name: Range<Int>) -> Bool {
    var next = name.upperBound
    let isJoined = document.isAmpersand(next)
    if isJoined { next += 1 }
    if isOfPartners(name) { return true }
    if next < document.words.count, document.words[next].isName,
      !document.words[next].startsSentence, rules[document.words[next].hash].contains(.firm)
    {
      return true
    }
    let first = document.words[name.lowerBound]
    return name.count == 2 && !first.has(.given) && !first.traits.contains(.initial)
      && (isJoined || document.isAmpersand(name.lowerBound - 1))
  }

  /// Hart in `Hart, Schaffner & Marx`, in papers that had few ampersands else.
  private func isOfPartners(_ name: Range<Int>) -> Bool {
    let (comma, partner) = (name.upperBound, name.upperBound + 1)
    return isOldPaper && name.count == 1 && isMark(",", comma) && partner + 1 < document.words.count
      && document.words[partner].isName && document.isAmpersand(partner + 1)
  }

  /// Foley's Honey, Haldwick's Store.
  private func isProduct(_ name: Range<Int>) -> Bool {
    let clitic = name.upperBound
    guard clitic + 1 < document.words.count,
      document.words[clitic].traits.contains(.possessive), document.words[clitic + 1].isName
    else { return false }
    return rules[document.words[clitic + 1].hash].contains(.product)
  }

  /// Rear Admiral: two titles without a name.
  private func endsInOffice(_ name: Range<Int>) -> Bool {
    let (first, last) = (document.words[name.lowerBound], document.words[name.upperBound - 1])
    return name.count > 1 && !rules[last.hash].isDisjoint(with: .anyOffice)
      && !first.has(.given) && !first.traits.contains(.initial)
  }

  /// Prime in Prime Minister.
  private func precedesTitle(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    return next < document.words.count && document.words[next].has(.title)
      && document.words[next].isCapitalised && !document.words[next].startsSentence
  }
}

private let atFrom = TokenSet("at from")
private let ofIn = TokenSet("of in")
