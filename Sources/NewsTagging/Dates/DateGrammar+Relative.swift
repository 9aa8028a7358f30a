internal import ArticleModel

/// Dates that count from the article's own date or from the date last named.
extension DateGrammar {
  /// `yesterday`, `today`, `tomorrow night`, `the day before yesterday`.
  func dayOffset(_ index: Int, _ days: Int) -> DateExpression? {
    guard let reference else { return nil }
    let turn = days < 0 ? Self.before : Self.after
    if days != 0, hash(index - 1) == turn, case .unit(.day, false)? = word(index - 2) {
      return expression(index - 2, index + 1, reference.adding(days: 2 * days), "day-offset")
    }
    return expression(
      index, behindPartOfDay(index + 1), reference.adding(days: days), "day-offset")
  }

  /// `Friday`, `on Sunday night`, `Monday, Oct. 26` (the date decides).
  func weekday(_ index: Int) -> DateExpression? {
    guard case .weekday(let weekday, let isAbbreviation)? = word(index), isCapitalised(index),
      !Self.papers.contains(hash(index + 1)), !Self.namedDays.contains(hash(index - 1)),
      !isCounted(index)
    else { return nil }
    let next = isPunctuation(index + 1, ",") ? index + 2 : index + 1
    let end = behindPartOfDay(index + 1)
    let dated = month(next) ?? dayNumber(next).flatMap { dayMonth(next, $0) }
    if let dated, dated.date.precision == .day {
      return DateExpression(
        tokens: index..<dated.tokens.upperBound, date: agreeing(weekday, with: dated),
        rule: "weekday-date")
    }
    guard !isAbbreviation || hash(index - 1) == Self.on, let reference else { return nil }
    return expression(index, end, nearest(weekday, index, reference), "weekday")
  }

  /// `last year`, `this fiscal year`, `next Tuesday`, `last November`, `that day`, `the following month`.
  func directed(_ index: Int) -> DateExpression? {
    guard case .direction(let way, let isAnaphoric)? = word(index) else { return nil }
    guard let base = isAnaphoric ? anchor : reference else { return nil }
    switch word(index + 1) {
    case .unit(let unit, false):
      guard !isDuration(index, unit) else { return nil }
      if unit == .month, isAnaphoric, way == 0, let month = sameMonth(index) { return month }
      return expression(index, index + 2, shifted(base, way, unit), unit.relativeRule)
    case nil where Self.kinds.contains(hash(index + 1)):
      guard case .unit(.year, false)? = word(index + 2) else { return nil }
      return expression(index, index + 3, shifted(base, way, .year), DateUnit.year.relativeRule)
    case .month(let month, let isAbbreviation, _, true):
      guard !isAbbreviation, isCapitalised(index + 1), dayNumber(index + 2) == nil else {
        return nil
      }
      return expression(index, index + 2, directedMonth(month, way, base), "relative-month")
    case .weekday(let weekday, false):
      guard way != 0 || !isAnaphoric else { return nil }
      let day = directedWeekday(weekday, way, base)
      return expression(index, behindPartOfDay(index + 2), day, "relative-weekday")
    case .partOfDay:
      let days = isAnaphoric ? way : way < 0 ? -1 : way
      return expression(index, index + 2, base.adding(days: days), "day-offset")
    case .season: return expression(index, index + 2, base.adding(years: way), "season")
    case .holiday(let holiday):
      return expression(index, index + 2, directedHoliday(holiday, way, base), "holiday")
    case .weekend: return expression(index, index + 2, weekend(way, base), "weekend")
    default: return nil
    }
  }

  /// `the same month last year`.
  private func sameMonth(_ index: Int) -> DateExpression? {
    guard let (year, end) = relativeYear(index + 2), let month = reference?.month else {
      return nil
    }
    return expression(index, end, CalendarDate(year: year, month: month), "relative-month")
  }

  /// `two days ago`, `a year earlier`, `three weeks later`, `10 years ago`.
  func counted(_ index: Int) -> DateExpression? {
    guard case .unit(let unit, _)? = word(index + 1) else { return nil }
    let count: Int
    switch word(index) {
    case .number(let value): count = value
    case .tens(let value): count = value
    case nil:
      guard let value = digits(index), value <= 400 else { return nil }
      count = value
    default: return nil
    }
    switch word(index + 2) {
    case .ago: return reference.flatMap { counted(index, -count, unit, $0, "ago") }
    case .shift(let way) where (anchor?.precision == .day || unit == .year):
      guard hash(index + 2) != Self.before, hash(index + 2) != Self.after else { return nil }
      let base = unit == .year ? reference ?? anchor : anchor
      return base.flatMap { counted(index, way * count, unit, $0, way < 0 ? "earlier" : "later") }
    default: return nil
    }
  }

  /// `early May`, `late last year`, `the end of 1994`: the rest decides, the span begins here.
  func part(_ index: Int) -> DateExpression? {
    var at = index + 1
    if isPunctuation(at, "-") { at += 1 }
    if hash(at) == Self.ofWord { at += 1 }
    if hash(at) == Self.theWord { at += 1 }
    guard at < tokens.count else { return nil }
    if hash(index) == Self.yearEnd, case .preposition? = word(index - 1), yearValue(at) == nil {
      return expression(index, index + 1, reference?.cut(to: .year), "relative-year")
    }
    let rest: DateExpression? =
      switch word(at) {
      case .month: month(at)
      case .direction: directed(at)
      case nil where tokens[at].kind == .number: year(at)
      default: nil
      }
    return rest.map {
      DateExpression(tokens: index..<$0.tokens.upperBound, date: $0.date, rule: $0.rule)
    }
  }

  /// `the third quarter`, `third quarter of 1988`: the year.
  func quarter(_ index: Int) -> DateExpression? {
    guard case .unit(.quarter, false)? = word(index + 1) else { return nil }
    if hash(index + 2) == Self.ofWord, let year = year(index + 3) {
      return expression(index, index + 4, year.date, "quarter")
    }
    return expression(index, index + 2, reference?.cut(to: .year), "quarter")
  }

  /// `Q2 2024`, `in Q3`: the year; not an Audi Q3.
  func shortQuarter(_ index: Int) -> DateExpression? {
    guard isCapitalised(index) else { return nil }
    let at = hash(index + 1) == Self.ofWord ? index + 2 : index + 1
    if let year = yearValue(at), !isQuantity(at) {
      return expression(index, at + 1, CalendarDate(year: year), "quarter")
    }
    guard case .preposition? = word(index - 1) else { return nil }
    return expression(index, index + 1, reference?.cut(to: .year), "quarter")
  }

  /// `the summer of 1988`, `spring 2025`: the year.
  func season(_ index: Int) -> DateExpression? {
    let at = hash(index + 1) == Self.ofWord ? index + 2 : index + 1
    guard let year = year(at) else { return nil }
    return expression(index, at + 1, year.date, "season")
  }

  /// `Christmas`, `Thanksgiving 1998`.
  func holiday(_ index: Int) -> DateExpression? {
    guard case .holiday(let holiday)? = word(index), isCapitalised(index) else { return nil }
    return dated(holiday, index, index + 1)
  }

  /// `New Year's Eve`, `Good Friday`, `Labor Day`.
  func holidayPhrase(_ index: Int) -> DateExpression? {
    guard isCapitalised(index), HolidayPhrase.openings.contains(hash(index)) else { return nil }
    let phrase = HolidayPhrase.all.first { phrase in
      phrase.words.indices.allSatisfy { hash(index + $0) == phrase.words[$0] }
    }
    return phrase.flatMap { dated($0.holiday, index, index + $0.words.count) }
  }

  // MARK: Parts

  private func dated(_ holiday: Holiday, _ from: Int, _ to: Int) -> DateExpression? {
    if let year = yearValue(to), !isQuantity(to) {
      return expression(from, to + 1, holiday.day(in: year), "holiday")
    }
    guard let reference else { return nil }
    let days = (-1...1).lazy.compactMap { holiday.day(in: reference.year + $0) }
    let nearest = days.min {
      abs($0.daysSinceEpoch - reference.daysSinceEpoch)
        < abs($1.daysSinceEpoch - reference.daysSinceEpoch)
    }
    return expression(from, to, nearest, "holiday")
  }

  private func nearest(_ weekday: Int, _ index: Int, _ reference: CalendarDate) -> CalendarDate? {
    let back = (reference.weekday - weekday + 7) % 7
    if back == 0 { return reference }
    let isOwner = isPossessive(behindPartOfDay(index + 1))
    let isFuture = !isOwner && (isDeadline(index) || tense(index) == .future)
    return reference.adding(days: isFuture ? 7 - back : -back)
  }

  /// `by Friday`, `until 9 a.m. Friday`, `as soon as Friday`; not `Until Friday, they had waited`.
  private func isDeadline(_ index: Int) -> Bool {
    let before = beforeClock(index) - 1
    if hash(before) == Self.asWord { return Self.soon.contains(hash(before - 1)) }
    guard Self.deadlines.contains(hash(before)) else { return false }
    return !isCapitalised(before) || tense(index) != .past
  }

  /// Where the time of day before a weekday begins.
  private func beforeClock(_ index: Int) -> Int {
    var start = index
    while start > 0, index - start < 6,
      tokens[start - 1].kind == .number || Self.clock.contains(hash(start - 1))
    {
      start -= 1
    }
    return start
  }

  private func directedWeekday(_ weekday: Int, _ way: Int, _ base: CalendarDate) -> CalendarDate? {
    let ahead = (weekday - base.weekday + 7) % 7
    switch way {
    case 1: return base.adding(days: ahead == 0 ? 7 : ahead)
    case -1: return base.adding(days: ahead == 0 ? -7 : ahead - 7)
    default: return base.adding(days: ahead)
    }
  }

  private func directedMonth(_ month: Int, _ way: Int, _ base: CalendarDate) -> CalendarDate? {
    guard let own = base.month else { return nil }
    var distance = month - own
    if way < 0, distance >= 0 { distance -= 12 }
    if way > 0, distance <= 0 { distance += 12 }
    return base.adding(months: distance)
  }

  private func directedHoliday(
    _ holiday: Holiday, _ way: Int, _ base: CalendarDate
  ) -> CalendarDate? {
    let days = (-1...1).compactMap { holiday.day(in: base.year + $0) }
    return way < 0 ? days.last { $0 < base } : days.first { $0 >= base }
  }

  private func weekend(_ way: Int, _ base: CalendarDate) -> CalendarDate? {
    let saturday = base.adding(days: 5 - base.weekday)
    return way == 0 ? saturday : saturday?.adding(days: 7 * way)
  }

  private func counted(
    _ index: Int, _ count: Int, _ unit: DateUnit, _ base: CalendarDate, _ rule: String
  ) -> DateExpression? {
    let date: CalendarDate? =
      switch unit {
      case .day: base.adding(days: count)
      case .week: base.adding(days: 7 * count)
      case .month: base.adding(months: count)
      case .year where rule == "ago" && count == -1: base.adding(months: -12)
      case .year: base.adding(years: count)
      case .decade: base.adding(years: 10 * count)
      case .quarter: base.adding(months: 3 * count)
      }
    return expression(index, index + 3, date, rule)
  }

  private func shifted(_ base: CalendarDate, _ way: Int, _ unit: DateUnit) -> CalendarDate? {
    switch unit {
    case .day: base.precision == .day ? base.adding(days: way) : nil
    case .week: base.precision == .day ? base.month(ofWeek: way) : nil
    case .month: base.month == nil ? nil : base.adding(months: way)
    case .quarter: base.month == nil ? nil : base.adding(months: 3 * way)?.cut(to: .year)
    case .year: base.adding(years: way)
    case .decade: nil
    }
  }

  /// `the past week`, `the last year` name a stretch of time rather than a date; a year is kept.
  private func isDuration(_ index: Int, _ unit: DateUnit) -> Bool {
    if unit == .day { return hash(index) == Self.past || hash(index) == Self.last }
    return hash(index) == Self.past && unit != .year
  }

  private func behindPartOfDay(_ index: Int) -> Int {
    if case .partOfDay? = word(index) { return index + 1 }
    return index
  }

  @inline(__always) private static var yearEnd: UInt64 { TokenHash.word("year-end") }
  @inline(__always) private static var on: UInt64 { TokenHash.word("on") }
  private static let deadlines = TokenSet("by until till starting beginning")
  @inline(__always) private static var asWord: UInt64 { TokenHash.word("as") }
  private static let clock = TokenSet("a p m . am pm noon midnight est edt gmt")
  private static let soon = TokenSet("soon early")
  private static let papers = TokenSet(
    "times telegraph express mirror herald post mail school schools star sun tribune world people")
  private static let namedDays = TokenSet(
    "black bloody super fat every each cyber any ruby gunpowder")
}
