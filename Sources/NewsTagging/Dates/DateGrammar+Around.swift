internal import ArticleModel

/// Days and years that are named by the months and years around the article's own date: `the 10th inst.`,
/// `March last year`, `the class of '84`.
extension DateGrammar {
  /// `the 10th of last month`, and the `10th inst.`, `ult.` and `prox.` of older papers.
  func dayOfKnownMonth(_ index: Int, _ day: Int) -> DateExpression? {
    guard isOrdinal(index), let reference, let (way, end) = knownMonth(index + 1)
    else { return nil }
    let month = reference.cut(to: .month).adding(months: way)
    let date = month.flatMap { CalendarDate(year: $0.year, month: $0.month ?? 1, day: day) }
    return expression(index, end, date, "relative-month")
  }

  /// How many months away the month named at `index` is, and where its name ends.
  private func knownMonth(_ index: Int) -> (Int, Int)? {
    if let way = Self.latin[hash(index)] {
      return (way, isPunctuation(index + 1, ".") ? index + 2 : index + 1)
    }
    guard hash(index) == Self.ofWord, case .direction(let way, false)? = word(index + 1),
      case .unit(.month, false)? = word(index + 2)
    else { return nil }
    return (way, index + 3)
  }

  /// 10th; not 10, nor 5-7.
  private func isOrdinal(_ index: Int) -> Bool {
    let last = field.bytes[Int(tokens[index].end) - 1]
    return !isDigit(last)
  }

  /// `the first Thursday in April`, `the last Monday of next month`.
  func countedWeekday(_ index: Int) -> DateExpression? {
    let count: Int
    switch word(index) {
    case .ordinal(let value): count = value
    case .direction(-1, false) where hash(index) == Self.last: count = -1
    default: return nil
    }
    guard case .weekday(let weekday, false)? = word(index + 1),
      [Self.ofWord, Self.inWord].contains(hash(index + 2)),
      let month = month(index + 3) ?? directed(index + 3), let number = month.date.month,
      month.date.precision == .month
    else { return nil }
    let day = Holiday.nth(count, weekday: weekday, month: number).day(in: month.date.year)
    let (start, days) = behindCounted(index, weekday)
    return expression(
      start, month.tokens.upperBound, day.flatMap { $0.adding(days: days) }, "weekday-date")
  }

  /// The date, or the same of the year before or after where no year is named and that falls on the weekday; a
  /// misprint keeps its date.
  func agreeing(_ weekday: Int, with dated: DateExpression) -> CalendarDate {
    let date = dated.date
    guard date.weekday != weekday, let month = date.month, let day = date.day,
      yearValue(dated.tokens.upperBound - 1) == nil
    else { return date }
    let others = [-1, 1].compactMap {
      CalendarDate(year: date.year + $0, month: month, day: day)
    }
    return others.first { $0.weekday == weekday } ?? date
  }

  /// The second Monday of each month, the first Tuesday after the first Monday; not the second Monday in a row.
  func isCounted(_ index: Int) -> Bool {
    guard case .ordinal? = word(index - 1) else { return false }
    switch hash(index + 1) {
    case Self.ofWord: return true
    case Self.inWord: return Self.eachWords.contains(hash(index + 2))
    case Self.after: return hash(index + 2) == Self.theWord
    default: return false
    }
  }

  /// Where `Tuesday after the first Monday` begins, and how many days it lies behind that Monday.
  private func behindCounted(_ index: Int, _ weekday: Int) -> (Int, Int) {
    guard hash(index - 1) == Self.theWord, hash(index - 2) == Self.after,
      case .weekday(let later, false)? = word(index - 3)
    else { return (index, 0) }
    let days = (later - weekday + 7) % 7
    let start = word(index - 4).map { if case .ordinal = $0 { true } else { false } } == true
    return (start ? index - 4 : index - 3, days == 0 ? 7 : days)
  }

  /// The year of `last year`, `of this year` or `a year ago` behind a month or a day, and the index behind it; not of
  /// `last year's`.
  func relativeYear(_ index: Int) -> (Int, Int)? {
    guard let reference else { return nil }
    let at = hash(index) == Self.ofWord ? index + 1 : index
    guard case .unit(.year, false)? = word(at + 1), !isCapitalised(at), !opensWish(index - 1) else {
      return nil
    }
    switch word(at) {
    case .direction(let way, false) where !isPossessive(at + 2) && hash(at) != Self.past:
      return (reference.year + way, at + 2)
    case .number(1) where Self.back.contains(hash(at + 2)): return (reference.year - 1, at + 3)
    default: return nil
    }
  }

  /// The `last` of `Oct. 12 last`; not of `Oct. 12 last year`.
  func isLast(_ index: Int) -> Bool {
    guard hash(index) == Self.last, !isCapitalised(index) else { return false }
    return index + 1 == tokens.count || tokens[index + 1].kind == .punctuation
      || Self.goesOnBehindLast.contains(hash(index + 1))
  }

  /// The May of `May this year bring you joy`.
  private func opensWish(_ index: Int) -> Bool {
    guard case .month(_, _, isCommon: true, _)? = word(index) else { return false }
    return tokens[index].traits.contains(.sentenceStart)
  }

  /// `in '69`, `the class of '84`: the year of these two digits that is not long ahead.
  func shortYear(_ index: Int) -> DateExpression? {
    let token = tokens[index]
    guard token.end - token.start == 2, isApostrophe(index - 1),
      !token.traits.contains(.spaceBefore), let value = digits(index),
      Self.yearOpeners.contains(hash(index - 2)), !isApostrophe(index + 1), !isQuantity(index)
    else { return nil }
    // Up to ten years ahead: who will retire in '99.
    let limit = (reference?.year ?? 2019) + 10
    let year = limit - (limit - value) % 100
    return expression(index, index + 1, CalendarDate(year: year), "year")
  }

  private static let goesOnBehindLast = TokenSet(
    "was were is had has have might may and but by at in to from for that when where he she they it"
  )
  private static let back = TokenSet("ago earlier before")
  private static let eachWords = TokenSet("each every the")
  private static let yearOpeners = TokenSet(
    "in of since from until by before after early late and")
  /// Of this month, the last and the next, in Latin.
  private static let latin: TokenTable<Int> = {
    var months = TokenTable<Int>(minimumCapacity: 16)
    for name in ["inst", "inst.", "instant"] { months[TokenHash.of(name)] = 0 }
    for name in ["ult", "ult.", "ultimo"] { months[TokenHash.of(name)] = -1 }
    for name in ["prox", "prox.", "proximo"] { months[TokenHash.of(name)] = 1 }
    return months
  }()
}
