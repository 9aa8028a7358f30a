internal import ArticleModel

/// The year and the weekend that a text takes for known: `for the full year`, `by year's end`.
extension DateGrammar {
  /// A year named by the words around it; `index` is at the word `year`.
  func knownYear(_ index: Int) -> DateExpression? {
    let start = beforeKind(index)
    if hash(behindPossessive(index)) == Self.end { return yearEnd(index, start) }
    guard hash(start) == Self.theWord, !hasDigit(index + 1) else { return nil }
    if Self.backward.contains(hash(index + 1)) { return yearBefore(start, index) }
    guard !Self.boundaries.contains(hash(index + 1)) else { return nil }
    switch hash(start - 1) {
    case Self.forWord: return resultsYear(start, index)
    case Self.inWord where Self.moments.contains(hash(start - 2)),
      Self.ofWord where Self.stretches.contains(hash(start - 2)):
      return expression(start - 2, index + 1, partlyYear(start, index), "relative-year")
    case Self.during: return expression(start, index + 1, storyYear, "relative-year")
    default: return nil
    }
  }

  /// `over the weekend`: the last one, or the next where the text speaks of what is to come.
  func knownWeekend(_ index: Int) -> DateExpression? {
    guard let reference, hash(index - 1) == Self.theWord, Self.overWords.contains(hash(index - 2)),
      hash(index + 1) != Self.ofWord
    else { return nil }
    let sinceSaturday = (reference.weekday + 2) % 7
    let days = tense(index) == .future && sinceSaturday > 1 ? 7 - sinceSaturday : -sinceSaturday
    return expression(index - 1, index + 1, reference.adding(days: days), "weekend")
  }

  /// Where the article before `full fiscal year` stands.
  private func beforeKind(_ index: Int) -> Int {
    var at = index - 1
    while Self.kinds.contains(hash(at)) { at -= 1 }
    return at
  }

  /// The year of which a part is told: its end is the last one's where the text is of the first months.
  private func partlyYear(_ start: Int, _ index: Int) -> CalendarDate? {
    if hash(start + 1) == Self.current { return reference?.cut(to: .year) }
    let isEnd = hash(start - 2) == Self.end
    return isEnd && storyYear == reference?.cut(to: .year) ? endingYear(index) : storyYear
  }

  /// The year that ends soon or has just ended.
  private func endingYear(_ index: Int) -> CalendarDate? {
    guard let reference else { return nil }
    let isLast = reference.month ?? 12 < 4 && tense(index) != .future
    return reference.adding(years: isLast ? -1 : 0)
  }

  private func behindPossessive(_ index: Int) -> Int {
    let next = index + 1
    return isPossessive(next) ? next + 1 : next
  }

  private func hasDigit(_ index: Int) -> Bool {
    index < tokens.count
      && (tokens[index].kind == .number || tokens[index].traits.contains(.hasDigit))
  }

  /// `at year end`, `by the year's end`.
  ///
  /// Early in a year the last one's end is near.
  private func yearEnd(_ index: Int, _ start: Int) -> DateExpression? {
    let from = hash(start) == Self.theWord ? start : start + 1
    guard case .preposition? = word(from - 1) else { return nil }
    return expression(from, behindPossessive(index) + 1, endingYear(index), "relative-year")
  }

  /// `the year before`, `the year earlier`: not `the year before the war`.
  private func yearBefore(_ start: Int, _ index: Int) -> DateExpression? {
    let behind = index + 2
    if behind < tokens.count, tokens[behind].kind == .word, hash(index + 1) != Self.earlier,
      !tokens[behind].traits.contains(.sentenceStart), !Self.goesOn.contains(hash(behind))
    {
      return nil
    }
    return expression(start, behind, anchor?.adding(years: -1)?.cut(to: .year), "year-earlier")
  }

  /// What a firm earned `for the year`; in the first quarter that may be either year.
  private func resultsYear(_ start: Int, _ index: Int) -> DateExpression? {
    guard let reference, reference.month ?? 1 > 3 || tense(index) == .future else { return nil }
    return expression(start, index + 1, reference.cut(to: .year), "relative-year")
  }

  /// The year that the text is about: the article's own unless another was named last.
  private var storyYear: CalendarDate? {
    guard let reference else { return anchor?.cut(to: .year) }
    guard let anchor, abs(anchor.year - reference.year) > 1 else { return reference.cut(to: .year) }
    return anchor.cut(to: .year)
  }

  static let kinds = TokenSet("fiscal calendar financial full whole entire current")
  @inline(__always) private static var end: UInt64 { TokenHash.word("end") }
  @inline(__always) private static var forWord: UInt64 { TokenHash.word("for") }
  @inline(__always) private static var during: UInt64 { TokenHash.word("during") }
  @inline(__always) private static var current: UInt64 { TokenHash.word("current") }
  @inline(__always) private static var earlier: UInt64 { TokenHash.word("earlier") }
  private static let backward = TokenSet("before earlier")
  private static let boundaries = TokenSet(
    "ended ending beginning commencing to from through that when of after which")
  private static let moments = TokenSet("early earlier late later")
  private static let stretches = TokenSet(
    "end beginning start middle rest remainder half quarter months part")
  private static let overWords = TokenSet("over during on at through")
  private static let goesOn = TokenSet("and but or to by in on at with for as when while from")
}
