/// What the words around a name say of a firm.
extension PersonPasses {
  enum FirmCue {
    case none
    /// Said of firms: shares of Salomon.
    case hint
    /// Part of a firm's name: Salomon Inc.
    case sign

    var weight: Int { self == .sign ? 2 : self == .hint ? 1 : 0 }
  }

  /// What the words beside a name, or beside a word that may be one, say.
  ///
  /// Partners share what is said of both: `Duff and Phelps raised its rating`.
  func firmCue(_ name: Range<Int>) -> FirmCue {
    if hasFirmSign(name) { return .sign }
    let both = withPartner(name)
    return isFollowedByFirmThing(both.upperBound) || isPrecededByFirmThing(both.lowerBound)
      || actsAsFirm(both.upperBound) || both != name && actsAsOne(both.upperBound) ? .hint : .none
  }

  /// The name with the one that "and" joins to it, where both are a word alone.
  private func withPartner(_ name: Range<Int>) -> Range<Int> {
    guard name.count == 1 else { return name }
    let (first, last) = (name.lowerBound, name.upperBound)
    if isJoint(last), isAlone(last + 1) { return first..<last + 2 }
    return first > 1 && isJoint(first - 1) && isAlone(first - 2) ? first - 2..<last : name
  }

  private func isAlone(_ at: Int) -> Bool {
    document.words.indices.contains(at) && document.words[at].isName
      && document.words[at].runLength == 1
  }

  /// Two names with a verb for one: `Duff and Phelps has`.
  private func actsAsOne(_ end: Int) -> Bool {
    isWord(end) && singularVerbs.contains(document.words[end].hash)
  }

  private func isWord(_ at: Int) -> Bool {
    document.words.indices.contains(at) && !document.words[at].startsSentence
  }

  private func kinds(_ at: Int) -> NameRules.Kinds {
    isWord(at) ? rules[document.words[at].hash] : []
  }

  // MARK: signs

  private func hasFirmSign(_ name: Range<Int>) -> Bool {
    rules[document.words[name.lowerBound].hash].contains(.firmOpening)
      || name.lowerBound > 0 && kinds(name.lowerBound - 1).contains(.firmOpening)
      || isInBrackets(name) || endsInFirm(name.upperBound) || followsFirm(name.lowerBound)
  }

  /// Fenner in `Merrill Lynch, Pierce, Fenner and Smith`.
  private func followsFirm(_ start: Int) -> Bool {
    var at = start - 1
    while start - at < 7, at > 2, isMark(",", at) || isJoint(at) {
      if isPair(at - 2) { return true }
      at -= 2
    }
    return false
  }

  /// Two words of the name are a firm's or a body's, or its first is and the word before it.
  func isKnownFirm(_ name: Range<Int>) -> Bool {
    name.dropLast().contains(where: isPair)
      || name.count == 1 && name.lowerBound > 0 && isWord(name.lowerBound)
        && document.words[name.lowerBound - 1].isName && isPair(name.lowerBound - 1)
  }

  private func isPair(_ at: Int) -> Bool {
    let pair = Lexicon.pair(document.words[at].hash, document.words[at + 1].hash)
    return !rules.known(pair).isEmpty || document.lexicon.isOrganisation(pair)
  }

  /// `Peabody Inc`, `Peabody International Corp`, `Brown and Sons`, `Kidder, Peabody and Co`, `Hutton <EFH>`,
  /// `Capel (Far East) Ltd`.
  private func endsInFirm(_ end: Int) -> Bool {
    var at = end
    while at - end < 3, isWord(at), document.words[at].isName {
      if isFirmWord(at) { return true }
      at += 1
    }
    if isSymbol(at) { return true }
    if isJoint(at), isFirmWord(at + 1) { return true }
    return at == end && (partners(from: at) || abbreviated(from: at) || bracketed(from: at))
  }

  /// A firm's word that no letter makes a military company: Company B.
  private func isFirmWord(_ at: Int) -> Bool {
    guard isWord(at), document.words[at].isName, rules[document.words[at].hash].contains(.firm)
    else { return false }
    return !isWord(at + 1) || !document.words[at + 1].traits.contains(.initial)
  }

  private func isJoint(_ at: Int) -> Bool {
    document.isAmpersand(at) || isMark("/", at)
      || isWord(at) && document.words[at].hash == andHash
  }

  /// `, Peabody and Co`: a list of partners that ends in a firm's word.
  private func partners(from start: Int) -> Bool {
    guard isMark(",", start) else { return false }
    var at = start
    while at - start < 10, isMark(",", at) || isWord(at) && document.words[at].isName { at += 1 }
    return at > start + 1 && isJoint(at) && isFirmWord(at + 1)
  }

  /// `. Brown and Sons` behind a given name cut short.
  private func abbreviated(from start: Int) -> Bool {
    isMark(".", start) && start + 1 < document.words.count && document.words[start + 1].isName
      && isJoint(start + 2) && isFirmWord(start + 3)
  }

  /// A stock exchange's symbol: `<EFH>`, `<CCI.N>`.
  private func isSymbol(_ at: Int) -> Bool {
    guard isMark("<", at), at + 1 < document.words.count,
      document.token(at + 1).traits.contains(.capitalised),
      document.token(at + 1).range.count <= 6
    else { return false }
    return (at + 2..<at + 5).contains { isMark(">", $0) }
  }

  private func bracketed(from start: Int) -> Bool {
    guard isMark("(", start) else { return false }
    let end = (start + 1..<start + 5).first { isMark(")", $0) }
    return end.map { isFirmWord($0 + 1) } ?? false
  }

  /// Agencies put firms that no exchange lists in angle brackets: `<Goldman, Sachs and Co>`.
  private func isInBrackets(_ name: Range<Int>) -> Bool {
    guard isMark("<", name.lowerBound - 1) else { return false }
    return (name.upperBound..<name.upperBound + 8).contains { isMark(">", $0) }
  }

  // MARK: hints

  /// Hutton shares, Hutton's earnings.
  private func isFollowedByFirmThing(_ end: Int) -> Bool {
    guard isWord(end) else { return false }
    if document.words[end].traits.contains(.possessive) {
      return kinds(end + 1).contains(.firmOwn)
    }
    return kinds(end).contains(.firmThing)
  }

  /// Brokers Hutton, Boston-based Hutton, shares of Hutton, an analyst with Hutton.
  private func isPrecededByFirmThing(_ start: Int) -> Bool {
    let before = start - 1
    guard isWord(start), before >= 0 else { return false }
    if rules[document.words[before].hash].contains(.firmKind) || isSeat(before) { return true }
    if document.words[before].hash == managerHash { return isLead(before - 1) }
    guard before > 0, ofFirms.contains(document.words[before].hash) else { return false }
    return kinds(before - 1).contains(.firmRole)
  }

  /// Lead manager, of an issue; other managers are persons.
  private func isLead(_ at: Int) -> Bool {
    at >= 0 && leads.contains(document.words[at].hash)
  }

  /// Boston-based, privately-held.
  private func isSeat(_ at: Int) -> Bool {
    guard document.words[at].traits.contains(.hasHyphen) else { return false }
    let bytes = document.bytes(at)
    return bytes.suffix(6).elementsEqual("-based".utf8)
      || bytes.suffix(5).elementsEqual("-held".utf8)
  }

  /// Hutton said it acquired, Hutton, which.
  private func actsAsFirm(_ end: Int) -> Bool {
    guard isWord(end), isWord(end + 1) else { return false }
    if isMark(",", end) { return document.words[end + 1].hash == whichHash }
    guard saidVerbs.contains(document.words[end].hash) else { return false }
    let subject = document.words[end + 1].hash
    if subject == itsHash { return true }
    guard subject == itHash else { return false }
    let verb = (end + 2..<end + 5).first {
      isWord($0) && !auxiliaries.contains(document.words[$0].hash)
    }
    return verb.map { kinds($0).contains(.firmDeed) } ?? false
  }
}

@inline(__always) private var andHash: UInt64 { TokenHash.word("and") }
@inline(__always) private var whichHash: UInt64 { TokenHash.word("which") }
@inline(__always) private var itHash: UInt64 { TokenHash.word("it") }
@inline(__always) private var itsHash: UInt64 { TokenHash.word("its") }
private let saidVerbs = TokenSet("said says announced added")
private let auxiliaries = TokenSet("has had have will would is was were been also now may to")
@inline(__always) private var managerHash: UInt64 { TokenHash.word("manager") }
private let leads = TokenSet("lead sole joint")
private let singularVerbs = TokenSet("is was has does says")
private let ofFirms = TokenSet("of in at with for by")
