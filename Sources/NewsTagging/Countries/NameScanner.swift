internal import IndexDefinition

/// Finds the longest names of the gazetteer at token boundaries of one field.
struct NameScanner {
  let gazetteer: CountryGazetteer
  let field: Field
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  /// The tokens of the persons' names in this field, in text order.
  let people: [Range<Int>]
  /// The last words of the full names in the article.
  let surnames: TokenSet
  /// The last words of all persons' names in the article, where it is old.
  let persons: TokenSet
  /// Demonyms of these languages are met in lower case too; 0 for none.
  let lowercaseLanguages: UInt8
  /// Of a year whose papers OCR read.
  let isOld: Bool

  /// A name found: where it ends and what the table says.
  struct Found {
    var endToken: Int
    var endByte: Int
    var key: UInt64
    var record: CountryGazetteer.Record
  }

  func scan(into matches: inout [NameMatch]) {
    assert(tokens.last.map { $0.end <= text.count } ?? true, "tokens of another text")
    let field: NameContext = isAllCaps ? .allCapsField : []
    var person = 0
    var at = 0
    var datelineEnd = 0
    while true {
      while at < tokens.count, !mayOpenName(tokens[at]) {
        if mayBeSmallCapital(tokens[at]) { addMisprint(at, field, to: &matches) }
        at += 1
      }
      guard at < tokens.count else { return }
      guard !isMonth(at), !isPartOfName(at) else {
        at += 1
        continue
      }
      while person < people.count, people[person].upperBound <= at { person += 1 }
      if person < people.count, people[person].contains(at), !isDoubtful(people[person]) {
        at = people[person].upperBound
        continue
      }
      if mayOpenDateline(at) {
        datelineEnd = max(datelineEnd, endOfDateline(from: at))
      }
      let base = at < datelineEnd ? field.union(.dateline) : field
      let key = openingHash(at)
      if let record = gazetteer.record(key),
        let found = longest(key, record, from: at, limit: nextPerson(person, behind: at))
      {
        add(found, from: at, base, to: &matches)
        at = found.endToken
      } else {
        addHidden(at, base, to: &matches)
        at += 1
      }
    }
  }

  /// Where the next person's name begins.
  ///
  /// - Parameter person: the first that does not end before `at`.
  private func nextPerson(_ person: Int, behind at: Int) -> Int {
    let isHere = person < people.count && people[person].lowerBound <= at
    let next = isHere ? person + 1 : person
    return next < people.count ? people[next].lowerBound : tokens.count
  }

  /// A word with a capital, be it an inner one behind a hyphen (pro-Russian), or an apostrophe, or any word of a
  /// language that writes peoples small.
  @inline(__always)
  private func mayOpenName(_ token: Token) -> Bool {
    let sought: Token.Traits = [.capitalised, .hasApostrophe]
    let found = token.traits.intersection(sought).rawValue | (lowercaseLanguages == 0 ? 0 : 1)
    assert(Token.Kind.word.rawValue == 0 && sought.rawValue < 16)
    return found > UInt16(token.kind.rawValue) << 4
      || token.traits.isSuperset(of: [.innerCapital, .hasHyphen])
  }

  /// What stands within a word, or behind its misprints.
  private func addHidden(_ at: Int, _ base: NameContext, to matches: inout [NameMatch]) {
    if addDamagedCity(at, to: &matches) { return }
    let (traits, count) = (tokens[at].traits, matches.count)
    if traits.contains(.hasHyphen) {
      addParts(of: at, base, to: &matches)
    } else if traits.contains(.hasApostrophe) {
      addElided(at, base, to: &matches)
    }
    if isOld, traits.contains(.hasHyphen) || traits.contains(.innerCapital) {
      addPair(at, base, to: &matches)
    }
    if matches.count == count, traits.contains(.capitalised) {
      addMisprint(at, base, to: &matches)
    }
  }

  /// A single word taken for a person though no full name ends in it and it stands as a place does.
  private func isDoubtful(_ name: Range<Int>) -> Bool {
    let at = name.lowerBound
    guard name.count == 1, !surnames.contains(tokens[at].hash) else { return false }
    let context = around(at, at + 1)
    return at < endOfDateline(from: at)
      || !context.isDisjoint(with: .placeLike) && context.isDisjoint(with: .personLike)
  }

  /// - Parameters:
  ///   - key: of the name's first word, whose record is `record`.
  private func longest(
    _ key: UInt64, _ record: CountryGazetteer.Record, from start: Int, limit: Int
  ) -> Found? {
    let first = tokens[start]
    var (key, record) = (key, record)
    var at = start + 1
    var best =
      record.isName ? Found(endToken: at, endByte: Int(first.end), key: key, record: record) : nil
    while record.flags.contains(.prefix), at < limit {
      let next = tokens[at]
      if next.traits.contains(.paragraphStart) { break }
      let extended = CountryGazetteer.extend(
        key, isOld && isMisprintedYork(at) ? yorkHash : next.hash)
      guard let longer = gazetteer.record(extended) else {
        if next.traits.contains(.hasHyphen), let part = firstPart(of: next, after: key) {
          best = Found(endToken: at + 1, endByte: part.end, key: part.key, record: part.record)
        }
        break
      }
      (key, record) = (extended, longer)
      at += 1
      if record.isName, ends(record, with: next) {
        best = Found(endToken: at, endByte: Int(next.end), key: key, record: record)
      }
    }
    return best
  }

  /// A name's last word is capitalised too, but for the blocked ones (French fries) and counties.
  private func ends(_ record: CountryGazetteer.Record, with token: Token) -> Bool {
    token.kind != .word || !token.traits.isDisjoint(with: [.capitalised, .hasApostrophe])
      || record.flags.contains(.block) || record.count > 0 && record[0].kind == .county
  }

  /// The name that ends inside a hyphenated word: New York-based.
  private func firstPart(
    of token: Token, after key: UInt64
  ) -> (end: Int, key: UInt64, record: CountryGazetteer.Record)? {
    let end = hyphen(in: token, from: Int(token.start))
    let extended = CountryGazetteer.extend(key, lowercaseHash(text, Int(token.start), end))
    guard let record = gazetteer.record(extended), record.count > 0 else { return nil }
    return (end, extended, record)
  }

  func hyphen(in token: Token, from start: Int) -> Int {
    var at = start
    while at < Int(token.end), text[at] != UInt8(ascii: "-") { at += 1 }
    return at
  }

  func add(
    _ found: Found, from start: Int, _ base: NameContext, to matches: inout [NameMatch]
  ) {
    if isBrokenOff(found.endToken) { return }
    var context = base.union(around(start, found.endToken))
    let inner = found.endByte < Int(tokens[found.endToken - 1].end)
    if inner { context.insert(.compound) }
    if (start..<found.endToken).allSatisfy({ isCapitals(tokens[$0]) }) { context.insert(.capitals) }
    let isSmall = !tokens[start].traits.contains(.capitalised)
    if isSmall, !base.contains(.misprint), openingHash(start) == tokens[start].hash {
      context.insert(.lowercase)
    }
    matches.append(
      NameMatch(
        field: field, range: Int(tokens[start].start)..<found.endByte,
        tokens: start..<found.endToken, key: found.key, record: found.record, context: context))
  }

  func isCapitals(_ token: Token) -> Bool {
    token.kind != .word || token.traits.contains(.allCaps) || token.traits.contains(.initial)
  }

  /// US-led, Franco-German, UK-based, pro-Russian: each part by itself; not the Sabah of `Ali al-Sabah`.
  private func addParts(of at: Int, _ base: NameContext, to matches: inout [NameMatch]) {
    let token = tokens[at]
    let first = lowercaseHash(text, Int(token.start), hyphen(in: token, from: Int(token.start)))
    if arabicArticles.contains(first) { return }
    let before = matches.count
    var start = Int(token.start)
    while start < Int(token.end) {
      let end = hyphen(in: token, from: start)
      let hash = lowercaseHash(text, start, end)
      // Mexican-American is one people, not two countries.
      if start > Int(token.start), americanHashes.contains(hash) {
        matches.removeSubrange(before...)
      }
      if letterKind(text, start).0 == .upper, let record = gazetteer.record(hash),
        record.standsInCompound(last: end == Int(token.end))
      {
        let isCapitals = (start..<end).allSatisfy { text[$0] &- 65 < 26 }
        matches.append(
          NameMatch(
            field: field, range: start..<end, tokens: at..<at + 1, key: hash, record: record,
            context: base.union(isCapitals ? [.compound, .capitals] : .compound)))
      }
      if start == Int(token.start) + 2 { addPartyState(at, start, base, to: &matches) }
      start = end + 1
    }
  }

  /// D-Calif., R-Ga.: the abbreviated state behind a party's letter.
  private func addPartyState(
    _ at: Int, _ start: Int, _ base: NameContext, to matches: inout [NameMatch]
  ) {
    let end = Int(tokens[at].end)
    guard end < text.count, text[end] == UInt8(ascii: ".") else { return }
    let hash = lowercaseHash(text, start, end + 1)
    guard let record = gazetteer.record(hash), record.count > 0,
      record[0].kind == .abbreviatedState
    else { return }
    matches.append(
      NameMatch(
        field: field, range: start..<end + 1, tokens: at..<at + 1, key: hash, record: record,
        context: base.union([.compound, .hyphenBefore])))
  }

  /// l'Ukraine, dell’Italia: the name behind an elided article.
  private func addElided(_ at: Int, _ base: NameContext, to matches: inout [NameMatch]) {
    let token = tokens[at]
    var start = Int(token.start)
    while start < Int(token.end), isASCIILetter(text[start]) { start += 1 }
    guard start < Int(token.end), let width = joint(text, start) else { return }
    start += width
    let hash = lowercaseHash(text, start, Int(token.end))
    let isUpper = letterKind(text, start).0 == .upper
    guard isUpper || lowercaseLanguages != 0, let record = gazetteer.record(hash),
      record.standsInCompound(last: true)
    else { return }
    matches.append(
      NameMatch(
        field: field, range: start..<Int(token.end), tokens: at..<at + 1, key: hash, record: record,
        context: base.union(isUpper ? .compound : [.compound, .lowercase])))
  }

  /// More than two words, none of them with a lower-case letter.
  private var isAllCaps: Bool {
    var capitals = 0
    for token in tokens.prefix(40) where token.kind == .word && !token.traits.contains(.possessive)
    {
      if !isCapitals(token) { return false }
      capitals += 1
    }
    return capitals > 2
  }
}

let americanHashes = TokenSet("american americans")
