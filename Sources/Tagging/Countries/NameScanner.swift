import IndexDefinition

/// Finds the longest names of the gazetteer at token boundaries of one field.
struct NameScanner {
  let gazetteer: CountryGazetteer
  let field: Field
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  /// Person spans of this field, in text order.
  let people: ArraySlice<PersonSpan>
  /// Hashes of the last words of the full names in the article.
  let surnames: Set<UInt64>
  /// Demonyms of these languages are met in lower case too; 0 for none.
  let lowercaseLanguages: UInt8

  /// A name found: where it ends and what the table says.
  private struct Found {
    var endToken: Int
    var endByte: Int
    var key: UInt64
    var record: CountryGazetteer.Record
  }

  func scan(into matches: inout [NameMatch]) {
    let isAllCaps = isAllCaps
    var people = people
    var at = 0
    var datelineEnd = 0
    while at < tokens.count {
      let token = tokens[at]
      guard token.kind == .word,
        !token.traits.isDisjoint(with: [.capitalised, .hasApostrophe]) || lowercaseLanguages != 0
      else {
        at += 1
        continue
      }
      while let span = people.first, span.tokens.upperBound <= at { people.removeFirst() }
      if let span = people.first, span.tokens.contains(at), !isDoubtful(span) {
        at = span.tokens.upperBound
        continue
      }
      if token.traits.contains(.sentenceStart) { datelineEnd = endOfDateline(from: at) }
      let limit = people.first { $0.tokens.lowerBound > at }?.tokens.lowerBound ?? tokens.count
      var base: NameContext = at < datelineEnd ? .dateline : []
      if isAllCaps { base.insert(.allCapsField) }
      if let found = longest(from: at, limit: limit) {
        add(found, from: at, base, to: &matches)
        at = found.endToken
      } else {
        if token.traits.contains(.hasHyphen) {
          addParts(of: at, base, to: &matches)
        } else if token.traits.contains(.hasApostrophe) {
          addElided(at, base, to: &matches)
        }
        at += 1
      }
    }
  }

  /// A single word taken for a person though no full name ends in it and it stands as a place does.
  private func isDoubtful(_ span: PersonSpan) -> Bool {
    let at = span.tokens.lowerBound
    guard span.tokens.count == 1, !surnames.contains(tokens[at].hash) else { return false }
    let context = around(at, at + 1)
    return at < endOfDateline(from: at)
      || !context.isDisjoint(with: .placeLike) && context.isDisjoint(with: .personLike)
  }

  private func longest(from start: Int, limit: Int) -> Found? {
    let first = tokens[start]
    guard var record = gazetteer.record(first.hash) else { return nil }
    var key = first.hash
    var at = start + 1
    var best =
      record.isName ? Found(endToken: at, endByte: Int(first.end), key: key, record: record) : nil
    while record.flags.contains(.prefix), at < limit {
      let next = tokens[at]
      if next.traits.contains(.paragraphStart) { break }
      let extended = CountryGazetteer.extend(key, next.hash)
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

  private func hyphen(in token: Token, from start: Int) -> Int {
    var at = start
    while at < Int(token.end), text[at] != UInt8(ascii: "-") { at += 1 }
    return at
  }

  private func add(
    _ found: Found, from start: Int, _ base: NameContext, to matches: inout [NameMatch]
  ) {
    var context = base.union(around(start, found.endToken))
    let inner = found.endByte < Int(tokens[found.endToken - 1].end)
    if inner { context.insert(.compound) }
    if (start..<found.endToken).allSatisfy({ isCapitals(tokens[$0]) }) { context.insert(.capitals) }
    if !tokens[start].traits.contains(.capitalised) { context.insert(.lowercase) }
    matches.append(
      NameMatch(
        field: field, range: Int(tokens[start].start)..<found.endByte,
        tokens: start..<found.endToken, key: found.key, record: found.record, context: context))
  }

  private func isCapitals(_ token: Token) -> Bool {
    token.kind != .word || token.traits.contains(.allCaps) || token.traits.contains(.initial)
  }

  /// US-led, Franco-German, UK-based: each part by itself.
  private func addParts(of at: Int, _ base: NameContext, to matches: inout [NameMatch]) {
    let token = tokens[at]
    let before = matches.count
    var start = Int(token.start)
    while start < Int(token.end) {
      let end = hyphen(in: token, from: start)
      let hash = lowercaseHash(text, start, end)
      // Mexican-American is one people, not two countries.
      if start > Int(token.start), americans.contains(hash) { matches.removeSubrange(before...) }
      if letterKind(text, start).0 == .upper, let record = gazetteer.record(hash),
        record.standsInCompound(last: end == Int(token.end))
      {
        let isCapitals = (start..<end).allSatisfy { text[$0] &- 65 < 26 }
        matches.append(
          NameMatch(
            field: field, range: start..<end, tokens: at..<at + 1, key: hash, record: record,
            context: base.union(isCapitals ? [.compound, .capitals] : .compound)))
      }
      start = end + 1
    }
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

  // MARK: What stands around

  private func around(_ start: Int, _ end: Int) -> NameContext {
    var context: NameContext = []
    if tokens[start].traits.contains(.sentenceStart) {
      context.insert(.sentenceStart)
    } else if start > 0 {
      context.formUnion(before(start))
    }
    if end < tokens.count { context.formUnion(after(end)) }
    if context.contains(.commaBefore) && isEnclosed(end) { context.insert(.enclosed) }
    return context
  }

  private func before(_ start: Int) -> NameContext {
    let token = tokens[start - 1]
    guard token.kind == .word else {
      switch text[Int(token.start)] {
      case UInt8(ascii: ","): return .commaBefore
      case UInt8(ascii: "-"):
        return tokens[start].traits.contains(.spaceBefore) ? [] : .hyphenBefore
      default: return []
      }
    }
    let flags = gazetteer.record(token.hash)?.flags ?? []
    if flags.contains(.locative) { return .locative }
    if token.hash == articleHash, start > 1 {
      return gazetteer.record(tokens[start - 2].hash)?.flags.contains(.locative) == true
        ? .locative : []
    }
    guard token.traits.contains(.capitalised) else { return [] }
    if flags.contains(.title) || token.hash == byHash { return [.title, .capitalBefore] }
    let isGiven =
      flags.contains(.givenName) && !flags.contains(.word) || token.traits.contains(.initial)
    return isGiven ? [.givenBefore, .capitalBefore] : .capitalBefore
  }

  private func after(_ end: Int) -> NameContext {
    let token = tokens[end]
    if token.kind == .punctuation {
      let isDollar = text[Int(token.start)] == UInt8(ascii: "$")
      return isDollar && !token.traits.contains(.spaceBefore) ? .currency : []
    }
    guard token.kind == .word, !token.traits.contains(.paragraphStart) else { return [] }
    let flags = gazetteer.record(token.hash)?.flags ?? []
    let isCapitalised = token.traits.contains(.capitalised)
    var context: NameContext = isCapitalised ? .capitalAfter : []
    if flags.contains(.street), isCapitalised { context.insert(.street) }
    if flags.contains(.placeNoun) { context.insert(.placeNoun) }
    if flags.contains(.townNoun), isCapitalised { context.insert(.townNoun) }
    if !isCapitalised { context.insert(listWords.contains(token.hash) ? .listAfter : .lowerAfter) }
    if flags.contains(.afterDemonym) { context.insert(.afterDemonym) }
    if flags.contains(.personVerb) { context.insert(.personVerb) }
    if isCapitalised, flags.contains(.surname), !flags.contains(.placeNoun) {
      context.insert(.surnameAfter)
    }
    return context
  }

  private func isEnclosed(_ end: Int) -> Bool {
    guard end < tokens.count else { return true }
    let next = tokens[end]
    return next.kind != .word || next.traits.contains(.sentenceStart)
  }

  // MARK: Datelines

  /// Where the dateline that starts a sentence here ends: PARIS (AP), LONDON, March 3 -, BEIRUT:.
  ///
  /// `start` itself when there is none. A dateline is a place in capitals, or at a paragraph's
  /// head any capitalised place, up to a dash, a colon or an agency in brackets.
  private func endOfDateline(from start: Int) -> Int {
    let first = tokens[start]
    guard field == .body, isCapitals(first) || first.traits.contains(.paragraphStart) else {
      return start
    }
    var at = start + 1
    while at < min(start + 16, tokens.count) {
      let token = tokens[at]
      switch token.kind {
      case .word:
        guard token.traits.contains(.capitalised) else { return start }
      case .number: break
      case .punctuation:
        switch text[Int(token.start)] {
        case UInt8(ascii: "("), UInt8(ascii: "-"), 0xE2:
          return token.traits.contains(.spaceBefore) ? at : start
        case UInt8(ascii: ":"): return isCapitals(first) ? at : start
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"): break
        default: return start
        }
      }
      at += 1
    }
    return start
  }
}

private let articleHash = TokenHash.of("the")
private let byHash = TokenHash.of("by")
private let listWords = Set(["and", "or"].map(TokenHash.of))
private let americans = Set(["american", "americans"].map(TokenHash.of))

extension CountryGazetteer.Sense {
  /// A country, or a state or province as well known as one (Ontario).
  var isMajor: Bool { kind == .country || kind == .gone || kind == .region && weight >= 190 }
}

extension CountryGazetteer.Record {
  /// Means something by itself, not only as the beginning of a longer name.
  var isName: Bool { count > 0 || flags.contains(.block) }

  var hasMajorSense: Bool {
    (0..<count).contains { self[$0].isMajor }
  }

  /// Whether a part of a hyphenated word is read as this name.
  func standsInCompound(last: Bool) -> Bool {
    for index in 0..<count {
      switch self[index].kind {
      case .country, .abbreviation, .demonym, .gone, .metonym: return true
      case .compoundPrefix: if !last { return true }
      case .capital, .city, .region:
        if self[index].weight >= 165, flags.isDisjoint(with: [.givenName, .surname, .word]) {
          return true
        }
      default: break
      }
    }
    return false
  }
}
