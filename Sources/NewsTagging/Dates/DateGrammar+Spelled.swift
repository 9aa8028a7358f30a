internal import ArticleModel

/// Days and years in words, as broadcasts and some agencies write them, and the second of two days.
extension DateGrammar {
  /// `nineteen ninety-six`, `twenty twelve`, `the year two thousand`.
  func spelledYear(_ index: Int) -> DateExpression? {
    let century: Int
    switch word(index) {
    case .century(let value): century = value
    case .tens(20): century = 20
    case .number(2): return millennium(index)
    default: return nil
    }
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word else { return nil }
    let parts = field.text(tokens[index + 1]).lowercased().split(separator: "-")
    guard let first = parts.first, let tens = Self.tens[String(first)], century == 19 || tens < 30
    else { return nil }
    let unit = parts.count > 1 ? Self.units[String(parts[1])] : 0
    guard let unit else { return nil }
    return expression(
      index, index + 2, CalendarDate(year: century * 100 + tens + unit), "spelled-year")
  }

  /// Two thousand is a year where it is called one.
  private func millennium(_ index: Int) -> DateExpression? {
    guard hash(index + 1) == Self.thousand, hash(index - 1) == Self.yearWord else { return nil }
    return expression(index, index + 2, CalendarDate(year: 2000), "spelled-year")
  }

  /// The day behind a month: `July fourth`, `effective March six`.
  ///
  /// Only where the words go on as behind a date, not in `In March two were held`.
  func spelledDay(_ index: Int) -> Int? {
    guard index < tokens.count, !Self.openers.contains(hash(index - 2)), goesOn(index + 1) else {
      return nil
    }
    return Self.days[hash(index)]
  }

  /// The 25 of `April 24 and 25` and of `April 24, 25 and 26`: a day of the month last named.
  func secondDay(_ index: Int, _ day: Int) -> DateExpression? {
    guard let anchor, let month = anchor.month, anchor.day ?? day < day, isListed(index)
    else { return nil }
    let (year, end) = yearBehind(index + 1)
    let date = CalendarDate(year: year ?? anchor.year, month: month, day: day)
    return expression(index, end, date, "month-day")
  }

  /// Whether the number stands in a list of days that a month opens.
  private func isListed(_ index: Int) -> Bool {
    var at = index
    while dayNumber(at) != nil, index - at < Self.longestList {
      if at < index, case .month? = word(at - 1) { return true }
      let isLast = at == index
      let isPair = isJoint(at - 1) && (!isLast || goesOn(at + 1))
      guard isPair || isPunctuation(at - 1, ",") && (!isLast || isOneOfMany(at)) else {
        return false
      }
      at -= 2
    }
    return false
  }

  /// Whether more days follow behind commas, the last of which ends a date.
  private func isOneOfMany(_ index: Int) -> Bool {
    isDayBehind(index) && goesOn(behindDays(index + 1))
  }

  /// The "and" between two days; "to" behind the first day alone: `June 3 to 5`, not `July 4, 12 to 8`.
  private func isJoint(_ index: Int) -> Bool {
    if Self.joints.contains(hash(index)) { return true }
    guard Self.rangeJoints.contains(hash(index)), case .month? = word(index - 2) else {
      return false
    }
    return true
  }

  private func isDayBehind(_ index: Int) -> Bool {
    (Self.joints.contains(hash(index + 1)) || isPunctuation(index + 1, ","))
      && dayNumber(index + 2) != nil
  }

  /// Behind the other days of `24 and 25, 1916`: where their year stands.
  func behindDays(_ index: Int) -> Int {
    var at = index
    while at - index < Self.longestList, isDayBehind(at - 1) { at += 2 }
    return at
  }

  /// Whether a date may end before `index`: no noun follows that the number would count.
  private func goesOn(_ index: Int) -> Bool {
    guard index < tokens.count else { return true }
    switch tokens[index].kind {
    case .number: return yearValue(index) != nil
    case .punctuation: return [".", ",", ";", ")"].contains { isPunctuation(index, $0) }
    case .word:
      if tokens[index].traits.contains(.sentenceStart) { return true }
      if case .century? = word(index) { return true }
      return Self.behindDates.contains(hash(index))
    }
  }

  /// Tokens of the longest list of days looked back through.
  private static let longestList = 14
  @inline(__always) private static var yearWord: UInt64 { TokenHash.word("year") }
  private static let openers = TokenSet("in since early late mid")
  @inline(__always) private static var thousand: UInt64 { TokenHash.word("thousand") }
  private static let joints = TokenSet("and or")
  private static let rangeJoints = TokenSet("to through")
  private static let behindDates = TokenSet(
    "to at in for from by on and with unless when where after before if as but")
  private static let days: TokenTable<Int> = {
    let cardinals = """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
      seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five
      twenty-six twenty-seven twenty-eight twenty-nine thirty thirty-one
      """
    let ordinals = """
      first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
      fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
      twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth
      twenty-ninth thirtieth thirty-first
      """
    var days = TokenTable<Int>(minimumCapacity: 128)
    for list in [cardinals, ordinals] {
      for (index, name) in TokenHash.words(list).enumerated() { days[name] = index + 1 }
    }
    return days
  }()
  private static let tens = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  private static let units = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
  ]
}
