/// Whether the words around a calendar expression speak of the past or of the future.
enum Tense {
  case past, future

  /// The tense at token `index`, by the nearest cue in its sentence; nil without one.
  static func at(_ index: Int, in tokens: [Token], _ bytes: [UInt8]) -> Tense? {
    var nearest = Nearest(index: index, tokens: tokens, bytes: bytes)
    nearest.lookBack()
    nearest.lookAhead()
    return nearest.tense
  }

  /// Whether a past verb stands right before the "in" of token `index`, or an adverb between: `opened in
  /// September`; not `will be held in September`, nor `called elections in September`.
  static func followsPast(_ index: Int, in tokens: [Token], _ bytes: [UInt8]) -> Bool {
    var verb = index - 1
    if verb > 0, adverbs.contains(tokens[verb].hash) || endsInLY(tokens[verb], bytes) { verb -= 1 }
    guard verb >= 0, cue(verb, index, tokens, bytes) == .past else { return false }
    return !followsFuture(verb, in: tokens, bytes)
  }

  /// Whether the next cue before token `index` in its clause is of the future: `will retire on Dec. 31`.
  static func followsFuture(_ index: Int, in tokens: [Token], _ bytes: [UInt8]) -> Bool {
    for at in (max(0, index - 8)..<index).reversed() {
      if tokens[at].kind == .punctuation || joints.contains(tokens[at].hash) { return false }
      let isAim = tokens[at].hash == to || tokens[at].hash == until
      if !isAim, let cue = cue(at, index, tokens, bytes) { return cue == .future }
      if tokens[at].traits.contains(.sentenceStart) { return false }
    }
    return false
  }

  private static func endsInLY(_ token: Token, _ bytes: [UInt8]) -> Bool {
    let end = Int(token.end)
    return token.kind == .word && token.end - token.start > 3 && bytes[end - 1] == UInt8(ascii: "y")
      && bytes[end - 2] == UInt8(ascii: "l")
  }

  /// The cue nearest to an expression, of those met so far.
  private struct Nearest {
    let index: Int
    let tokens: [Token]
    let bytes: [UInt8]
    private(set) var tense: Tense?
    private var distance = Int.max
    /// Whether a verb's own tense was met, not only a plan.
    private var isSettled = false

    init(index: Int, tokens: [Token], bytes: [UInt8]) {
      (self.index, self.tokens, self.bytes) = (index, tokens, bytes)
    }

    private mutating func weigh(_ other: Int, _ distance: Int) {
      guard distance < self.distance else { return }
      if let cue = cue(other, index, tokens, bytes) {
        (tense, self.distance, isSettled) = (cue, distance, true)
      } else if isPlan(other, index, tokens) {
        (tense, self.distance) = (.future, distance)
      }
    }

    mutating func lookBack() {
      var (at, steps) = (index, 0)
      while at > 0, steps < 16, index - at < reach, !opensSentence(at, tokens) {
        at -= 1
        steps += stride(tokens[at])
        weigh(at, steps * 2)
      }
    }

    mutating func lookAhead() {
      // A month's tense is the story's, a day's is its clause's.
      let isClosed = isSettled && isWeekday(tokens[index])
      var (at, steps, isBehindComma) = (index + 1, 1, false)
      while at < tokens.count, steps < 9, at - index < reach,
        !tokens[at].traits.contains(.sentenceStart)
      {
        // Behind "and", "he" or a closing quote another clause speaks: `(4 a.m. Thursday),'' he said`.
        if isClosed, endsClause(at, tokens, bytes) { break }
        isBehindComma = isBehindComma || tokens[at].hash == comma
        // What somebody did "Friday to close the sale" is no plan, who says it tells of no day.
        let isAttribution = isSettled && isBehindComma && attributions.contains(tokens[at].hash)
        if tokens[at].hash != to, !isAttribution { weigh(at, steps * 2 + 3) }
        steps += stride(tokens[at])
        at += 1
      }
    }
  }

  /// The most tokens looked at on either side, names included.
  private static let reach = 40

  /// Long names do not part a verb from its day.
  private static func stride(_ token: Token) -> Int {
    token.kind == .word && token.traits.contains(.capitalised) ? 0 : 1
  }

  /// A closing quote or bracket, and "and" but between two days.
  private static func endsClause(_ at: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    guard tokens[at].kind == .punctuation else {
      return joints.contains(tokens[at].hash)
        && !(at + 1 < tokens.count && isWeekday(tokens[at + 1]))
    }
    return closingMarks.contains(bytes[Int(tokens[at].start)])
  }

  /// `at 6 a.m. Friday`: the stop of a time of day ends no sentence.
  private static func opensSentence(_ index: Int, _ tokens: [Token]) -> Bool {
    guard tokens[index].traits.contains(.sentenceStart), index > 1 else { return index == 0 }
    return tokens[index - 1].hash != stop || !clock.contains(tokens[index - 2].hash)
  }

  /// A present tense beside a day tells of a plan: `talks resume Friday`, `Monday is the deadline`.
  ///
  /// What *is* so tells only of the day right behind it, for `a man is in jail after a fight Friday`.
  private static func isPlan(_ verb: Int, _ index: Int, _ tokens: [Token]) -> Bool {
    let (hash, isDay) = (tokens[verb].hash, isWeekday(tokens[index]))
    guard tokens[verb].kind == .word, !tokens[verb].traits.contains(.capitalised) else {
      return false
    }
    if verb > index { return isDay && verb == index + 1 && be.contains(hash) }
    let between = tokens[verb + 1..<index]
    if be.contains(hash) { return isDay && between.allSatisfy(isTimeOfDay) }
    guard scheduleWords.contains(hash) || isDay && movements.contains(hash), between.count < 7
    else { return false }
    return !between.contains { stops.contains($0.hash) }
      && !(verb > 0 && negations.contains(tokens[verb - 1].hash))
  }

  private static func isTimeOfDay(_ token: Token) -> Bool {
    token.kind != .word || timeWords.contains(token.hash) || isWeekday(token)
  }

  private static func isWeekday(_ token: Token) -> Bool {
    if case .weekday? = DateLexicon.shared[token.hash] { return true }
    return false
  }

  private static func cue(
    _ index: Int, _ expression: Int, _ tokens: [Token], _ bytes: [UInt8]
  ) -> Tense? {
    let token = tokens[index]
    guard token.kind == .word, !token.traits.contains(.capitalised) else { return nil }
    if futureWords.contains(token.hash) { return .future }
    if token.hash == set, isSetAhead(index, expression, tokens) { return .future }
    let previous = index > 0 ? tokens[index - 1].hash : 0
    if token.hash == to, isInfinitive(after: index, tokens) { return .future }
    if previous == to { return nil }
    if pastWords.contains(token.hash) || endsInED(token, bytes) {
      return previous == beWord && !isDenial(index, tokens) ? .future : .past
    }
    return nil
  }

  /// `set for Monday`, `is set Monday`, `set a hearing for Monday`.
  private static func isSetAhead(_ set: Int, _ expression: Int, _ tokens: [Token]) -> Bool {
    let isFor = set + 1 < tokens.count && settled.contains(tokens[set + 1].hash)
    let isToBe = set > 0 && beings.contains(tokens[set - 1].hash)
    return isFor || isToBe || expression > set && tokens[expression - 1].hash == forWord
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

  @inline(__always) private static var until: UInt64 { TokenHash.word("until") }
  private static let adverbs = TokenSet("here there again back off up down out only first")
  private static let be = TokenSet("is are")
  @inline(__always) private static var beWord: UInt64 { TokenHash.word("be") }
  @inline(__always) private static var to: UInt64 { TokenHash.word("to") }
  @inline(__always) private static var set: UInt64 { TokenHash.word("set") }
  private static let settled = TokenSet("for to")
  @inline(__always) private static var could: UInt64 { TokenHash.word("could") }
  private static let reached = TokenSet("reached located found identified confirmed heard seen")
  @inline(__always) private static var comma: UInt64 { TokenHash.word(",") }
  private static let attributions = TokenSet("said says told")
  private static let joints = TokenSet("and but while he she they it that who which")
  private static let closingMarks = Set([UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'")])
  private static let articles = TokenSet("the a an his her its their our my")
  private static let clock = TokenSet("a.m p.m m am pm")
  @inline(__always) private static var stop: UInt64 { TokenHash.word(".") }
  @inline(__always) private static var forWord: UInt64 { TokenHash.word("for") }
  private static let beings = TokenSet("is are be been")
  private static let negations = TokenSet("not n't did does to")
  private static let stops = TokenSet(
    "after following since from when that who which where as before during amid despite over")
  private static let timeWords = TokenSet(
    "on at by for until noon midnight a.m p.m a p m am pm est edt et gmt and or through next this")
  private static let scheduleWords = TokenSet(
    "begins begin starts opens open resumes resume meets meet expires expire")
  private static let movements = TokenSet("arrives leaves comes goes takes hears kicks ends")
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
