/// Whether the words around a calendar expression speak of the past or of the future.
enum Tense {
  case past, future

  /// The tense at token `index`, by the nearest cue in its sentence; nil without one.
  static func at(_ index: Int, in tokens: [Token], _ bytes: [UInt8]) -> Tense? {
    var best: (tense: Tense, distance: Int)?
    let isSince = index > 0 && sinceWords.contains(tokens[index - 1].hash)
    func weigh(_ other: Int, _ distance: Int) {
      guard distance < best?.distance ?? .max else { return }
      let isNear = other < index && distance < 17 && !isSince || other == index + 1
      guard let tense = cue(other, tokens, bytes) ?? (isNear ? plan(other, index, tokens) : nil)
      else { return }
      best = (tense, distance)
    }
    var (at, steps) = (index, 0)
    while at > 0, steps < 16, index - at < reach, !opensSentence(at, tokens) {
      at -= 1
      steps += stride(tokens[at])
      weigh(at, steps * 2)
    }
    // A month's tense is the story's, a day's is its clause's.
    let isSettled = best != nil && isWeekday(tokens[index])
    (at, steps) = (index + 1, 1)
    while at < tokens.count, steps < 9, at - index < reach,
      !tokens[at].traits.contains(.sentenceStart)
    {
      // Behind "and", "he" or a closing quote another clause speaks: `(4 a.m. Thursday),'' he said`.
      if isSettled, endsClause(tokens[at], bytes) { break }
      // What somebody did "Friday to close the sale" is no plan.
      if tokens[at].hash != to { weigh(at, steps * 2 + 3) }
      steps += stride(tokens[at])
      at += 1
    }
    return best?.tense
  }

  /// The most tokens looked at on either side, names included.
  private static let reach = 40

  /// Long names do not part a verb from its day.
  private static func stride(_ token: Token) -> Int {
    token.kind == .word && token.traits.contains(.capitalised) ? 0 : 1
  }

  private static func endsClause(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .punctuation else { return joints.contains(token.hash) }
    return closingMarks.contains(bytes[Int(token.start)])
  }

  /// `at 6 a.m. Friday`: the stop of a time of day ends no sentence.
  private static func opensSentence(_ index: Int, _ tokens: [Token]) -> Bool {
    guard tokens[index].traits.contains(.sentenceStart), index > 1 else { return index == 0 }
    return tokens[index - 1].hash != stop || !clock.contains(tokens[index - 2].hash)
  }

  /// A present tense near a day tells of a plan: `talks resume Friday`, `Monday is the deadline`.
  ///
  /// What *is* so tells only of weekdays: `from 188 billion in November` is over.
  private static func plan(_ index: Int, _ expression: Int, _ tokens: [Token]) -> Tense? {
    let token = tokens[index]
    guard token.kind == .word, !token.traits.contains(.capitalised) else { return nil }
    if be.contains(token.hash) { return isWeekday(tokens[expression]) ? .future : nil }
    guard scheduleWords.contains(token.hash) else { return nil }
    return index > 0 && negations.contains(tokens[index - 1].hash) ? nil : .future
  }

  private static func isWeekday(_ token: Token) -> Bool {
    if case .weekday? = DateLexicon.shared[token.hash] { return true }
    return false
  }

  private static func cue(_ index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Tense? {
    let token = tokens[index]
    guard token.kind == .word, !token.traits.contains(.capitalised) else { return nil }
    if futureWords.contains(token.hash) { return .future }
    if token.hash == set, index + 1 < tokens.count, settled.contains(tokens[index + 1].hash) {
      return .future
    }
    let previous = index > 0 ? tokens[index - 1].hash : 0
    if token.hash == to, isInfinitive(after: index, tokens) { return .future }
    if pastWords.contains(token.hash) || endsInED(token, bytes) {
      return previous == beWord && !isDenial(index, tokens) ? .future : .past
    }
    return nil
  }

  /// `could not be freed`, `none of them could be reached`: what failed is over.
  private static func isDenial(_ participle: Int, _ tokens: [Token]) -> Bool {
    guard participle > 2 else { return false }
    let before = tokens[participle - 2].hash
    if before == could { return reached.contains(tokens[participle].hash) }
    return negations.contains(before) && tokens[participle - 3].hash == could
  }

  private static func isInfinitive(after index: Int, _ tokens: [Token]) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.kind == .word && !next.traits.contains(.capitalised)
      && !articles.contains(next.hash)
  }

  private static func endsInED(_ token: Token, _ bytes: [UInt8]) -> Bool {
    let end = Int(token.end)
    return token.end - token.start > 3 && bytes[end - 1] == UInt8(ascii: "d")
      && bytes[end - 2] == UInt8(ascii: "e")
  }

  private static let be = TokenSet("is are")
  private static let beWord = TokenHash.of("be")
  private static let to = TokenHash.of("to")
  private static let set = TokenHash.of("set")
  private static let settled = TokenSet("for to")
  private static let could = TokenHash.of("could")
  private static let reached = TokenSet("reached located found identified confirmed heard seen")
  private static let joints = TokenSet("and but while he she they it that who which")
  private static let closingMarks = Set([UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'")])
  private static let articles = TokenSet("the a an his her its their our my")
  private static let clock = TokenSet("a.m p.m m am pm")
  private static let stop = TokenHash.of(".")
  private static let sinceWords = TokenSet("since from")
  private static let negations = TokenSet("not n't did does to")
  private static let scheduleWords = TokenSet(
    """
    begins begin starts opens open resumes resume meets meet arrives arrive leaves expires expire
    ends goes comes takes hears kicks
    """)
  private static let futureWords = TokenSet(
    """
    will shall would may might upcoming scheduled due expected planned plans hopes until
    beginning starting effective 'll expects intends wants
    """)
  private static let pastWords = TokenSet(
    """
    said was were had did told met took came went began fell rose won lost made gave found left held
    sent struck hit shot fought wrote spoke broke threw flew ran saw got put set cut led read kept
    brought bought sold sought stood became drew drove grew knew paid beat built caught felt died
    """)
}
