internal import ArticleModel

/// What stands around a name in its sentence.
extension NameScanner {
  func around(_ start: Int, _ end: Int) -> NameContext {
    var context: NameContext = []
    if tokens[start].traits.contains(.sentenceStart) {
      context.insert(.sentenceStart)
    } else if start > 0 {
      context.formUnion(before(start))
    }
    if end < tokens.count { context.formUnion(after(end)) }
    if isFirm(start, end) { context.insert(.firm) }
    if start > 0 {
      if isCalledAfter(start, end) { context.insert(.article) }
      if isLanguage(start, end) { context.insert(.afterDemonym) }
      if isLowercaseStreet(start, end) { context.insert(.lowercaseStreet) }
    }
    if context.contains(.commaBefore) && isEnclosed(end) { context.insert(.enclosed) }
    return context
  }

  private func before(_ start: Int) -> NameContext {
    let token = tokens[start - 1]
    guard token.kind == .word else {
      switch text[Int(token.start)] {
      case UInt8(ascii: ","):
        guard start > 1, tokens[start - 2].traits.contains(.capitalised) else { return [] }
        return isAddress(start - 2) ? [.commaBefore, .address] : .commaBefore
      case UInt8(ascii: "-"):
        return tokens[start].traits.contains(.spaceBefore) ? [] : .hyphenBefore
      default: return []
      }
    }
    if token.hash == ofHash { return belonging(start - 1) }
    if isOld, token.hash == viaHash { return [.locative, .dateline] }
    let flags = gazetteer.record(token.hash)?.flags ?? []
    if flags.contains(.locative) { return .locative }
    if NameRules.shared[token.hash].contains(.shipKind) { return .ship }
    if token.hash == articleHash, start > 1 {
      return gazetteer.record(tokens[start - 2].hash)?.flags.contains(.locative) == true
        ? .locative : []
    }
    guard token.traits.contains(.capitalised) else { return [] }
    if flags.contains(.title) || token.hash == byHash && !namesPeople(start) {
      return [.title, .capitalBefore]
    }
    // What OCR leaves at a line's end is none (the Czar of J / Russia), nor what ends before a people (Battery A. /
    // British lines).
    let isStray =
      tokens[start].traits.contains(.lineStart)
      && (!token.traits.contains(.abbreviation) || namesPeople(start))
    let isInitial =
      token.traits.contains(.initial) && !isStray && !articleAndPronoun.contains(token.hash)
    let isGiven = flags.contains(.givenName) && !flags.contains(.word) || isInitial
    return isGiven ? [.givenBefore, .capitalBefore] : .capitalBefore
  }

  private func namesPeople(_ at: Int) -> Bool {
    gazetteer.record(tokens[at].hash)?.namesPeople == true
  }

  /// Whether the token is a street's last word as America cuts it short, and a house number stands before its name.
  private func isAddress(_ street: Int) -> Bool {
    guard streets.contains(tokens[street].hash) else { return false }
    return (max(0, street - 4)..<street).contains { tokens[$0].kind == .number }
  }

  /// What stands before "of": the City, a town, or a person's age.
  private func belonging(_ of: Int) -> NameContext {
    guard of > 1 else { return [] }
    if tokens[of - 1].traits.contains(.capitalised) {
      if tokens[of - 1].hash == cityHash { return .residence }
    } else if townKinds.contains(tokens[of - 1].hash) {
      // Not villages and districts: those of one country are mostly called like towns of another.
      return .locative
    }
    let isComma = tokens[of - 1].kind == .punctuation && text[Int(tokens[of - 1].start)] == 0x2C
    return isComma && tokens[of - 2].kind == .number && tokens[of - 2].range.count < 3
      ? .residence : []
  }

  private func after(_ end: Int) -> NameContext {
    let token = tokens[end]
    if token.kind == .punctuation {
      let isDollar = text[Int(token.start)] == UInt8(ascii: "$")
      return isDollar && !token.traits.contains(.spaceBefore) ? .currency : []
    }
    guard token.kind == .word, !token.traits.contains(.paragraphStart) else { return [] }
    if NameRules.shared[token.hash].contains(.money) { return [.money, .lowerAfter] }
    let flags = gazetteer.record(token.hash)?.flags ?? []
    let isCapitalised = token.traits.contains(.capitalised)
    var context: NameContext = isCapitalised ? .capitalAfter : []
    if flags.contains(.street), isCapitalised { context.insert(.street) }
    if flags.contains(.placeNoun) { context.insert(.placeNoun) }
    if flags.contains(.townNoun), isCapitalised { context.insert(.townNoun) }
    if isCapitalised, flags.contains(.prefix), isTownNoun(end) { context.insert(.residence) }
    if !isCapitalised, !listWords.contains(token.hash) { context.insert(.lowerAfter) }
    if flags.contains(.stateNoun) { context.insert(.stateNoun) }
    if flags.contains(.afterDemonym) { context.insert(.afterDemonym) }
    if isCapitalised, flags.contains(.surname), !flags.contains(.placeNoun), !namesPeople(end) {
      context.insert(.surnameAfter)
    }
    return context
  }

  /// Whether one word has an article and no noun behind it: `the Persia sank`; not `the Berlin office`, `the Azores`.
  ///
  /// Not over a line's end, where the article may be another column's.
  private func isCalledAfter(_ start: Int, _ end: Int) -> Bool {
    guard tokens[start - 1].hash == articleHash, end == start + 1,
      !tokens[start].traits.contains(.lineStart),
      tokens[start].traits.contains(.allCaps) == tokens[start - 1].traits.contains(.allCaps),
      text[Int(tokens[start].end) - 1] | 0x20 != UInt8(ascii: "s")
    else { return false }
    guard end < tokens.count else { return true }
    let next = tokens[end]
    guard next.kind == .word else {
      let goesOn = end + 1 < tokens.count && tokens[end + 1].traits.contains(.capitalised)
      let mark = text[Int(next.start)]
      return ends.contains(mark) && !(mark == UInt8(ascii: ",") && goesOn)
    }
    if next.traits.contains(.capitalised) || nounLinks.contains(next.hash) { return false }
    let isPast =
      text[Int(next.end) - 1] == UInt8(ascii: "d") && text[Int(next.end) - 2] == UInt8(ascii: "e")
    return isPast || next.traits.contains(.possessive)
      || FunctionWords.shared[next.hash] & FunctionWords.english != 0
  }

  /// Whether a street's word in lower case stands behind: `Kansas avenue`, not `in a Paris street`; of several, `Main and
  /// Paris streets`, not `through Berlin streets`.
  private func isLowercaseStreet(_ start: Int, _ end: Int) -> Bool {
    guard end < tokens.count, !tokens[end].traits.contains(.capitalised) else { return false }
    let before = tokens[start - 1].hash
    if severalStreets.contains(tokens[end].hash) {
      return start > 1 && listWords.contains(before)
        && tokens[start - 2].traits.contains(.capitalised)
    }
    return lowercaseStreets.contains(tokens[end].hash) && !determiners.contains(before)
  }

  /// City Council, Town Hall: two words that stand behind a town.
  private func isTownNoun(_ at: Int) -> Bool {
    guard at + 1 < tokens.count else { return false }
    let both = CountryGazetteer.extend(tokens[at].hash, tokens[at + 1].hash)
    return gazetteer.record(both)?.flags.contains(.townNoun) == true
  }

  /// March beside a number, whatever town is called so.
  func isMonth(_ at: Int) -> Bool {
    guard
      at + 1 < tokens.count && tokens[at + 1].kind == .number
        || at > 0 && tokens[at - 1].kind == .number
    else { return false }
    return datelineMonths.contains(tokens[at].hash)
  }

  /// Paris in `ST. PARIS`, which is a town by itself unless the street ends so; a firm's sign in `<CALI>`.
  @inline(__always)
  func isPartOfName(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let first = text[Int(tokens[at - 1].start)]
    return (first == UInt8(ascii: "S") || first == UInt8(ascii: "<")) && goesOnWithName(at)
  }

  private func goesOnWithName(_ at: Int) -> Bool {
    guard tokens[at].traits.contains(.capitalised) else { return false }
    let before = tokens[at - 1]
    if before.kind == .punctuation {
      let end = Int(tokens[at].end)
      return text[Int(before.start)] == UInt8(ascii: "<") && end < text.count
        && text[end] == UInt8(ascii: ">") && tokens[at].traits.contains(.allCaps)
    }
    return text[Int(before.start)] == UInt8(ascii: "S") && saints.contains(before.hash)
      && !tokens[at].traits.contains(.sentenceStart)
      && !(max(0, at - 5)..<at).contains { tokens[$0].kind == .number }
  }

  /// Whether a name is a firm's, or up to two capitalised words and a firm's word stand behind it.
  private func isFirm(_ start: Int, _ end: Int) -> Bool {
    if end == start + 1, NameRules.shared.known(tokens[start].hash).contains(.knownFirm) {
      return true
    }
    var at = end
    while at < min(end + 3, tokens.count), tokens[at].kind == .word,
      tokens[at].traits.contains(.capitalised), !tokens[at].traits.contains(.sentenceStart)
    {
      if NameRules.shared[tokens[at].hash].contains(.firm) { return true }
      at += 1
    }
    return false
  }

  /// Whether a hyphen before a space and a lower-case word make a name half a word.
  ///
  /// `Turin- inn` is one; in `Iran- and Russia-backed` the hyphen waits for another.
  func isBrokenOff(_ end: Int) -> Bool {
    guard end + 1 < tokens.count, tokens[end].kind == .punctuation, isGluedHyphen(tokens[end]),
      isInLowerCase(tokens[end + 1]), tokens[end + 1].traits.contains(.spaceBefore)
    else { return false }
    let waits = tokens[end + 2..<min(end + 4, tokens.count)].contains {
      $0.traits.contains(.hasHyphen)
    }
    return !(listWordsAndTo.contains(tokens[end + 1].hash) && waits)
  }

  private func isGluedHyphen(_ mark: Token) -> Bool {
    let byte = text[Int(mark.start)]
    return !mark.traits.contains(.spaceBefore) && byte == UInt8(ascii: "-")
  }

  private func isInLowerCase(_ word: Token) -> Bool {
    word.kind == .word && !word.traits.contains(.capitalised)
  }

  private func isEnclosed(_ end: Int) -> Bool {
    guard end < tokens.count else { return true }
    let next = tokens[end]
    return next.kind != .word || next.traits.contains(.sentenceStart)
  }
}

/// What opens a sentence as an initial does: A British smack.
private let articleAndPronoun = TokenSet("a i")
@inline(__always) private var articleHash: UInt64 { TokenHash.word("the") }
private let streets = TokenSet("st. st ave. ave rd. rd blvd. blvd ln. ln")
private let lowercaseStreets = TokenSet("street avenue")
private let severalStreets = TokenSet("streets avenues")
/// What stands between the name and its noun: the Berlin and Vienna papers, the Rome of old.
private let nounLinks = TokenSet("and or of that which who whom with")
private let ends = ",.;:!?)".utf8
private let determiners = TokenSet(
  "a an the this that these those every each his her their our any some no")
private let saints = TokenSet("st. st saint")
@inline(__always) private var cityHash: UInt64 { TokenHash.word("city") }
private let townKinds = TokenSet(
  "city town port seaport suburb resort island outskirts")
@inline(__always) private var byHash: UInt64 { TokenHash.word("by") }
let listWords = TokenSet("and or")
private let listWordsAndTo = TokenSet("and or to")
