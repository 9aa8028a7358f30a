/// Names that stand behind their misprints.
extension NameScanner {
  /// The ``TokenHash`` that a name's first word has, or that of what it means where a letter of it is wrong.
  @inline(__always)
  func openingHash(_ at: Int) -> UInt64 {
    let token = tokens[at]
    if token.range.count == 3, isNearlyNew(token), isMisprintedNew(at) { return newHash }
    if token.range.count == 6, isNearlyGerman(token), isMisprintedGerman(at) { return germanHash }
    if isOld, token.traits.contains(.hasApostrophe) { return ofSplitCapital(token) ?? token.hash }
    return token.hash
  }

  /// Now, Xew or Nev in `Xew York`: New but for one letter, before a name that has it.
  private func isMisprintedNew(_ at: Int) -> Bool {
    tokens[at].traits.contains(.capitalised) && at + 1 < tokens.count
      && newTowns.contains(tokens[at + 1].hash)
  }

  /// Whether a word of three letters is New but for one.
  @inline(__always)
  private func isNearlyNew(_ token: Token) -> Bool {
    let start = Int(token.start)
    let first = text[start] | 0x20 == UInt8(ascii: "n") ? 1 : 0
    let second = text[start + 1] | 0x20 == UInt8(ascii: "e") ? 1 : 0
    return first + second + (text[start + 2] | 0x20 == UInt8(ascii: "w") ? 1 : 0) == 2
  }

  /// Tork, Vork or Yoik behind New: York but for one letter.
  @inline(__always)
  func isMisprintedYork(_ at: Int) -> Bool {
    let token = tokens[at]
    guard token.range.count == 4, tokens[at - 1].hash == newHash,
      token.traits.contains(.capitalised), !yorkLikeWords.contains(token.hash)
    else { return false }
    return zip(token.range, "york".utf8).count { text[$0] | 0x20 == $1 } == 3
  }

  /// Gorman or Herman before troops, a ship or an army: German but for one letter.
  private func isMisprintedGerman(_ at: Int) -> Bool {
    guard at + 1 < tokens.count,
      at == 0 || !tokens[at - 1].traits.contains(.capitalised)
    else { return false }
    let next = tokens[at + 1]
    return !next.traits.contains(.capitalised)
      && gazetteer.record(next.hash)?.flags.contains(.stateNoun) == true
  }

  @inline(__always)
  private func isNearlyGerman(_ token: Token) -> Bool {
    token.hash == gormanHash || token.hash == hermanHash || token.hash == mermanHash
  }

  /// United in `I'nited`, Paris in `l'aris`, French in `I'rench`: a capital whose strokes OCR parted.
  private func ofSplitCapital(_ token: Token) -> UInt64? {
    let start = Int(token.start)
    let isStroke = text[start] == UInt8(ascii: "I") || text[start] == UInt8(ascii: "l")
    guard isStroke, token.range.count > 5, let width = joint(text, start + 1) else { return nil }
    let rest = start + 1 + width..<Int(token.end)
    guard rest.allSatisfy({ text[$0] &- 97 < 26 }) else { return nil }
    return "upf".utf8.lazy.map { capital in
      rest.reduce(TokenHash.mix(TokenHash.seed, capital)) { TokenHash.mix($0, text[$1]) }
    }.first { gazetteer.record($0) != nil }
  }

  /// Adds the name that a damaged word means, or it with the next line's first.
  func addMisprint(_ at: Int, _ base: NameContext, to matches: inout [NameMatch]) {
    if surnames.contains(tokens[at].hash) { return }
    let misprint = Misprint(gazetteer: gazetteer, text: text, tokens: tokens, isOld: isOld)
    if let (key, record) = misprint.name(
      of: tokens[at], at: at, isPerson: persons.contains(tokens[at].hash))
    {
      addMisprint(at..<at + 1, key, record, base, to: &matches)
    } else if let (key, record) = misprint.name(overLineEndAt: at) {
      addMisprint(at..<at + 2, key, record, base, to: &matches)
    }
  }

  private func addMisprint(
    _ words: Range<Int>, _ key: UInt64, _ record: CountryGazetteer.Record, _ base: NameContext,
    to matches: inout [NameMatch]
  ) {
    if isTown(endingAt: words.upperBound, otherThan: record) { return }
    let at = words.lowerBound
    var found = Found(
      endToken: words.upperBound, endByte: Int(tokens[words.upperBound - 1].end), key: key,
      record: record)
    var start = at
    // New Mexlco is not Mexico.
    let whole = CountryGazetteer.extend(newHash, key)
    if at > 0, tokens[at - 1].hash == newHash, let longer = gazetteer.record(whole), longer.isName {
      (found.key, found.record, start) = (whole, longer, at - 1)
    }
    add(found, from: start, base.union(.misprint), to: &matches)
  }

  /// Serbu, Ohio: before a state is a town, which may be called like a country that has none there.
  private func isTown(endingAt end: Int, otherThan record: CountryGazetteer.Record) -> Bool {
    guard end + 1 < tokens.count, text[Int(tokens[end].start)] == UInt8(ascii: ","),
      let state = gazetteer.record(tokens[end + 1].hash), state.count > 0,
      state[0].code == PlaceResolver.america, [.region, .abbreviatedState].contains(state[0].kind)
    else { return false }
    return !(0..<record.count).contains { record[$0].code == state[0].code }
  }

  /// lreland, llritish, uerman, iMexico: a capital may be read as a small letter, an I and a G above all, behind which
  /// stands a letter that an l or u in small words has seldom.
  @inline(__always)
  func mayBeSmallCapital(_ token: Token) -> Bool {
    guard isOld else { return false }
    // The rarest first: this is asked of every word.
    let first = text[Int(token.start)]
    let isL = first == UInt8(ascii: "l")
    guard isL || first == UInt8(ascii: "u") || token.traits.contains(.innerCapital),
      token.isSmallWord, token.range.count > 5
    else { return false }
    return token.traits.contains(.innerCapital) || isVowel(text[Int(token.start) + 1]) != isL
  }

  @inline(__always)
  private func isVowel(_ letter: UInt8) -> Bool {
    // Bits a, e, i, o, u of 26.
    letter &- 97 < 26 && 0x10_4111 >> UInt32(letter &- 97) & 1 == 1
  }
}

@inline(__always) private var germanHash: UInt64 { TokenHash.word("german") }
@inline(__always) private var gormanHash: UInt64 { TokenHash.word("gorman") }
@inline(__always) private var hermanHash: UInt64 { TokenHash.word("herman") }
@inline(__always) private var mermanHash: UInt64 { TokenHash.word("merman") }
@inline(__always) var yorkHash: UInt64 { TokenHash.word("york") }
private let yorkLikeWords = TokenSet("work fork pork cork york")
@inline(__always) private var newHash: UInt64 { TokenHash.word("new") }
/// What no other country or town of news is called by itself.
private let newTowns = TokenSet("york jersey hampshire mexico orleans haven bedford rochelle")
