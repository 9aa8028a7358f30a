package import ArticleModel
internal import IndexDefinition

/// Finds the countries that an article names and those it is about.
///
/// Names are looked up in the gazetteer by token hash, each resolved by what stands around it and
/// by the article's other names, then counted by country.
package struct CountryTagger: Sendable {
  let gazetteer = CountryGazetteer()

  package init() {}

  /// `people` are the person spans already found, so that Jordan the man is no country.
  package func tags(in article: ArticleTokens, people: [PersonSpan]) -> [CountryTag] {
    let names = resolved(article, people)
    guard !names.matches.isEmpty else { return [] }
    return CountryFocus(length: article.body.bytes.count)
      .tags(mentions(names.matches, names.groups, article))
  }

  /// The names of an article, what each was decided to mean, and what decided.
  func resolved(
    _ article: ArticleTokens, _ people: [PersonSpan]
  ) -> (matches: [NameMatch], groups: [NameGroup], resolver: PlaceResolver) {
    let languages = Self.languageBits(article.language)
    var resolver = PlaceResolver(
      neighbours: gazetteer.neighbours, languages: languages, year: article.date?.year)
    var matches: [NameMatch] = []
    matches.reserveCapacity(Self.usualMatches)
    let surnames = Self.surnames(people, article)
    let persons =
      PlaceResolver.isOld(article.date?.year)
      ? Self.surnames(people, article, orLone: true) : Self.noSurnames
    for field in Field.allCases {
      scan(field, article, people, surnames, persons, languages, into: &matches)
    }
    guard !matches.isEmpty else { return ([], [], resolver) }
    findContainers(&matches, in: article)
    var groups = group(&matches)
    resolver.resolve(&groups)
    return (matches, groups, resolver)
  }

  private func scan(
    _ field: Field, _ article: ArticleTokens, _ people: [PersonSpan], _ surnames: TokenSet,
    _ persons: TokenSet, _ languages: UInt8, into matches: inout [NameMatch]
  ) {
    let tokens = article[field]
    tokens.bytes.withUnsafeBufferPointer { text in
      tokens.tokens.withUnsafeBufferPointer {
        NameScanner(
          gazetteer: gazetteer, field: field, text: text, tokens: $0,
          people: Self.tokens(of: people, in: field),
          surnames: surnames, persons: persons, lowercaseLanguages: languages,
          isOld: PlaceResolver.isOld(article.date?.year)
        ).scan(into: &matches)
      }
    }
  }

  private static func tokens(of people: [PersonSpan], in field: Field) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    for span in people.indices where people[span].field == field {
      tokens.append(people[span].tokens)
    }
    return tokens
  }

  /// Alexandria, La.: the name behind a comma tells which one is meant.
  private func findContainers(_ matches: inout [NameMatch], in article: ArticleTokens) {
    guard matches.count > 1 else { return }
    let isOld = PlaceResolver.isOld(article.date?.year)
    for index in 1..<matches.count {
      let outer = matches[index]
      let inner = matches[index - 1]
      guard outer.field == inner.field, inner.tokens.upperBound + 1 == outer.tokens.lowerBound,
        let code = outer.context.contains(.commaBefore)
          ? outer.record.containing(inner.record, outer.context, isOld: isOld)
          : outer.record.containing(inner.record, behindStopIn: article[outer.field], inner.tokens)
      else { continue }
      matches[index - 1].container = code
      matches[index].context.insert(.behindTown)
    }
  }

  private func group(_ matches: inout [NameMatch]) -> [NameGroup] {
    var groups: [NameGroup] = []
    groups.reserveCapacity(matches.count)
    var byKey = TokenTable<Int>(minimumCapacity: matches.count)
    for index in matches.indices {
      let key = matches[index].key
      let group = byKey[key] ?? groups.count
      if group == groups.count {
        byKey[key] = group
        groups.append(NameGroup(key: key, record: matches[index].record))
      }
      groups[group].add(matches[index])
      matches[index].group = group
    }
    return groups
  }

  private func mentions(
    _ matches: [NameMatch], _ groups: [NameGroup], _ article: ArticleTokens
  ) -> [(code: UInt16, mention: Mention, context: NameContext)] {
    let era = FormerStates(date: article.date, groups: groups)
    let isOld = PlaceResolver.isOld(article.date?.year)
    var mentions: [(code: UInt16, mention: Mention, context: NameContext)] = []
    mentions.reserveCapacity(matches.count)
    for match in matches {
      guard let sense = match.ownSense(isOld: isOld) ?? groups[match.group].sense,
        match.objection(to: sense, isOld: isOld) == nil
      else { continue }
      let mention = Mention(field: match.field, range: match.range, rule: match.rule(sense))
      mentions.append((era.code(sense), mention, match.context))
    }
    return mentions
  }

  /// As many names as most articles have, so that room is made once.
  private static let usualMatches = 32
  private static let noSurnames = TokenSet()

  /// - Parameter orLone: whether names of one word count, too.
  private static func surnames(
    _ people: [PersonSpan], _ article: ArticleTokens, orLone: Bool = false
  ) -> TokenSet {
    let least = orLone ? 1 : 2
    guard people.contains(where: { $0.tokens.count >= least }) else { return noSurnames }
    var surnames = TokenSet()
    for span in people where span.tokens.count >= least {
      surnames.insert(article[span.field].tokens[span.tokens.upperBound - 1].hash)
    }
    return surnames
  }

  private static func languageBits(_ language: String?) -> UInt8 {
    guard let language, language != "en",
      let bit = ["fr", "de", "es", "it", "pt", "nl"].firstIndex(of: language)
    else { return 0 }
    return 1 << UInt8(bit)
  }
}

extension CountryGazetteer.Record {
  /// The code of a state or country that may hold a place of this record, nil when it holds none.
  ///
  /// A country counts only when the place lies in it and no list goes on (Paris, Germany and
  /// Spain), a state in a dateline always (LEON, IOWA); a state in two capitals only where nothing but
  /// the sentence goes on (Athens, GA). One that is a word too needs marks on both sides today, and in old papers
  /// where it is a common one (In Rome, Mass was read).
  func containing(_ inner: Self, _ context: NameContext, isOld: Bool) -> UInt16? {
    let isEnclosed = !context.isDisjoint(with: [.enclosed, .lowerAfter])
    let isDateline = isEnclosed && context.contains(.dateline)
    for index in 0..<count {
      let sense = self[index]
      switch sense.kind {
      case .abbreviatedState where sense.needsTown:
        let isEnough = context.contains(.enclosed) || isOld && isEnclosed && !flags.contains(.word)
        if isEnough, inner.hasPlace(in: sense.code) { return sense.code }
      case .abbreviatedState: if isEnclosed || sense.weight & 1 == 0 { return sense.code }
      case .region:
        if isDateline && index == 0 || inner.hasPlace(in: sense.code) { return sense.code }
      case .country, .abbreviation, .gone:
        if isEnclosed, inner.hasPlace(in: sense.code) { return sense.code }
      default: break
      }
    }
    return nil
  }

  /// The same where OCR or the printer has a full stop for the comma (`Brownsville. Pa.`): of states that end in
  /// one themselves.
  func containing(_ inner: Self, behindStopIn field: FieldTokens, _ town: Range<Int>) -> UInt16? {
    guard count > 0, self[0].kind == .abbreviatedState, self[0].weight & 1 == 0,
      !self[0].needsTown, field.bytes[Int(field.tokens[town.upperBound].start)] == 0x2E,
      inner.hasPlace(in: self[0].code)
    else { return nil }
    return self[0].code
  }

  private func hasPlace(in code: UInt16) -> Bool {
    (0..<count).contains { self[$0].code == code && self[$0].kind.isPlace }
  }
}

extension NameMatch {
  /// What the words beside this very match say, whatever the others mean: the state behind it, or a
  /// dateline, in which a city is the famous one.
  ///
  /// - Parameter isOld: an article of a time when small towns' news had no datelines.
  func ownSense(isOld: Bool) -> CountryGazetteer.Sense? {
    if container != 0 {
      return (0..<record.count).lazy.map { record[$0] }.first {
        $0.code == container && $0.kind.isPlace
      }
    }
    guard context.contains(.dateline) else { return nil }
    return isOld ? record.famousOfOld : record.famous
  }

  /// The rule's name that the mention keeps.
  func rule(_ sense: CountryGazetteer.Sense) -> String {
    if context.contains(.misprint) { return "misprint" }
    return context.contains(.dateline) ? "dateline" : sense.kind.rule
  }

  /// Why this very match is no mention of what its name means in the article; nil when it is one.
  ///
  /// - Parameter isOld: of a year when streets had no capital, and ships and papers news of their own.
  func objection(to sense: CountryGazetteer.Sense, isOld: Bool) -> NameObjection? {
    if context.contains(.currency) { return .currency }
    if isOld, isThing, record.lendsName(sense) { return .article }
    switch sense.kind {
    case .abbreviation:
      let isRead = sense.isDotted || !context.contains(.allCapsField)
      return context.contains(.capitals) && isRead ? nil : .capitals
    case .abbreviatedState: return standsBehindTown(sense) ? nil : .noTown
    case .demonym: return context.contains(.afterDemonym) ? .thing : nil
    case .city, .capital, .region, .county, .country, .formerPlace:
      if context.contains(.lowercase) { return .noCapital }
      if context.contains(.street) || isOld && context.contains(.lowercaseStreet) { return .street }
      if context.contains(.ship) { return .ship }
      return looksLikePerson ? .person : nil
    default: return nil
    }
  }

  private func standsBehindTown(_ sense: CountryGazetteer.Sense) -> Bool {
    if context.contains(.behindTown) || sense.needsTown { return context.contains(.behindTown) }
    return !context.isDisjoint(with: [.enclosed, .hyphenBefore])
      || context.contains(.commaBefore)
        && (context.contains(.lowerAfter) || sense.weight & 1 == 0)
  }
}

extension CountryGazetteer.Kind {
  /// The rule's name that a mention keeps.
  var rule: String {
    switch self {
    case .country: "country-name"
    case .abbreviation: "abbreviation"
    case .demonym: "demonym"
    case .capital: "capital"
    case .city: "city"
    case .region: "region"
    case .metonym: "metonym"
    case .organisation: "organisation"
    case .gone: "former-state"
    case .hint: "hint"
    case .compoundPrefix: "compound"
    case .county: "county"
    case .abbreviatedState: "state-abbreviation"
    case .formerPlace: "former-place"
    }
  }
}
