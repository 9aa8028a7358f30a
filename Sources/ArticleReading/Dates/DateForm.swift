import IndexDefinition

/// The forms that dates have, read from their pieces, the time of day taken out.
struct DateForm {
  private let tokens: [DateToken]
  private let order: DateOrder?
  private let isTimed: Bool
  private var numbers: [(value: Int, digits: Int)] = []
  private var months: [Int] = []
  private var words: [String] = []
  /// Between the first two numbers.
  private var mark: UInt8?
  private var hasApostrophe = false

  init(_ tokens: [DateToken], order: DateOrder?, isTimed: Bool) {
    (self.tokens, self.order, self.isTimed) = (tokens, order, isTimed)
    for (index, token) in tokens.enumerated() {
      switch token {
      case .number(let value, let digits): numbers.append((value, digits))
      case .month(let month): months.append(month)
      case .word(let word): if !Self.isOrdinal(word) { words.append(word) }
      case .sign(let sign):
        if sign == UInt8(ascii: "'") { hasApostrophe = true }
        if numbers.count == 1, mark == nil, index + 1 < tokens.count,
          case .number = tokens[index + 1]
        {
          mark = sign
        }
      }
    }
  }

  /// `7th`, `1er`, `7º`.
  static func isOrdinal(_ word: String) -> Bool {
    ["st", "nd", "rd", "th", "er", "º", "ª", "of", "de", "del", "di", "the", "le", "den", "d"]
      .contains(word)
  }

  mutating func read() -> PublicationDate.Reading {
    if words.contains(where: DateWords.refused.contains) { return .unknown }
    // `mar. 7 oct. 2025`: a weekday's short form that is a month's as well.
    if months.count == 2, case .month = tokens.first { months.removeFirst() }
    switch months.count {
    case 0: return numeric()
    case 1: return result(named(months[0]))
    default: return .unknown
    }
  }

  private func result(_ date: CalendarDate?, _ time: TimeOfDay? = nil) -> PublicationDate.Reading {
    guard let date, PublicationDate.isPlausible(date.year) else { return .unknown }
    return .certain(PublicationDate(date: date, time: time))
  }

  // MARK: With a month's name

  private func named(_ month: Int) -> CalendarDate? {
    switch numbers.count {
    case 1:
      let (value, digits) = numbers[0]
      if digits == 4 { return CalendarDate(year: value, month: month) }
      return hasApostrophe && digits == 2 ? CalendarDate(year: full(value), month: month) : nil
    case 2:
      let (first, second) = (numbers[0], numbers[1])
      if first.digits == 4, second.digits <= 2 {
        return CalendarDate(year: first.value, month: month, day: second.value)
      }
      guard first.digits <= 2, second.digits == 4 || second.digits == 2 else { return nil }
      // `September 7-8`: no year.
      if second.digits == 2, mark != nil, mark == UInt8(ascii: "-"), !isMonthBetween { return nil }
      return CalendarDate(
        year: second.digits == 2 ? full(second.value) : second.value, month: month, day: first.value
      )
    default: return nil
    }
  }

  private var isMonthBetween: Bool {
    guard let start = tokens.firstIndex(where: { if case .number = $0 { true } else { false } })
    else { return false }
    return tokens[start...].contains { if case .month = $0 { true } else { false } }
  }

  /// Years of two digits as RFC 2822 reads them: 00–49 are 2000–2049, 50–99 are 1950–1999.
  private func full(_ year: Int) -> Int { (year < 50 ? 2000 : 1900) + year }

  // MARK: Numbers alone

  private func numeric() -> PublicationDate.Reading {
    switch numbers.count {
    case 1: return single(numbers[0].value, numbers[0].digits)
    case 2: return pair()
    case 3: return triple()
    default: return .unknown
    }
  }

  private func single(_ value: Int, _ digits: Int) -> PublicationDate.Reading {
    switch digits {
    case 4:
      // 1890s, 20th: no year.
      let isPlain = words.allSatisfy(DateWords.seasons.contains)
      return isPlain && !isTimed ? result(CalendarDate(year: value)) : .unknown
    case 6:
      let day = CalendarDate(year: 2000 + value / 10000, month: value / 100 % 100, day: value % 100)
      return day == nil && words.isEmpty
        ? result(CalendarDate(year: value / 100, month: value % 100)) : .unknown
    case 8: return result(Self.compact(value))
    case 9, 10: return compactOrEpoch(value, digits, per: 1)
    case 12: return compactOrEpoch(value, digits, per: 1000)
    case 13: return epoch(value, per: 1000)
    case 14: return compactOrEpoch(value, digits, per: 1)
    case 15, 16: return epoch(value, per: 1_000_000)
    case 18: return epoch(value, per: 1_000_000_000)
    case 19: return epoch(value, per: 100_000_000)
    default: return .unknown
    }
  }

  private static func compact(_ value: Int) -> CalendarDate? {
    CalendarDate(year: value / 10000, month: value / 100 % 100, day: value % 100)
  }

  /// `YYYYMMDDhh`, `…mm`, `…ss`, or a count since 1970.
  private func compactOrEpoch(_ value: Int, _ digits: Int, per second: Int)
    -> PublicationDate.Reading
  {
    var rest = value
    var parts: [Int] = []
    for _ in 0..<max(0, (digits - 8) / 2) {
      parts.insert(rest % 100, at: 0)
      rest /= 100
    }
    if digits != 9, let day = Self.compact(rest), 1900...2100 ~= day.year, parts[0] < 24,
      parts.dropFirst().allSatisfy({ $0 < 60 }),
      digits != 10 || value > 1_950_000_000
    {
      let time = TimeOfDay(
        hour: parts[0], minute: parts.count > 1 ? parts[1] : 0,
        second: parts.count > 2 ? parts[2] : nil)
      return result(day, time)
    }
    return digits == 14 ? .unknown : epoch(value, per: second)
  }

  /// Seconds, or parts of one, since 1970.
  private func epoch(_ value: Int, per second: Int) -> PublicationDate.Reading {
    // `/Date(1757279045000)/`
    guard words.isEmpty || words == ["date"], months.isEmpty else { return .unknown }
    let seconds = value / second
    // Before September 1973 nobody counted; a hundred years on nobody knows.
    guard 100_000_000..<4_200_000_000 ~= seconds else { return .unknown }
    let (hour, rest) = (seconds % 86_400).quotientAndRemainder(dividingBy: 3600)
    let time = TimeOfDay(hour: hour, minute: rest / 60, second: rest % 60, offset: 0)
    return result(CalendarDate(daysSinceEpoch: seconds / 86_400), time)
  }

  private func pair() -> PublicationDate.Reading {
    let (first, second) = (numbers[0], numbers[1])
    // `2025-W36` counts weeks; an epoch may have a fraction.
    if mark == UInt8(ascii: "."), first.digits == 10 { return epoch(first.value, per: 1) }
    if first.digits == 13, words == ["date"] { return epoch(first.value, per: 1000) }
    if first.digits == 8, second.digits == 4 || second.digits == 6, words.isEmpty {
      let clock = second.digits == 4 ? second.value * 100 : second.value
      let time = TimeOfDay(
        hour: clock / 10000, minute: clock / 100 % 100,
        second: second.digits == 6 ? clock % 100 : nil)
      return result(Self.compact(first.value), time.hour < 24 && time.minute < 60 ? time : nil)
    }
    if words.contains("q") || words.contains("h") || words.contains("quarter") {
      let year = first.digits == 4 ? first.value : second.value
      return result(CalendarDate(year: year))
    }
    guard words.isEmpty, !isTimed else { return .unknown }
    if first.digits == 4, second.digits == 2 || mark == UInt8(ascii: "/") && second.digits == 1 {
      if second.digits == 2, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"),
        !(1...12 ~= second.value)
      {
        return result(second.value == 0 ? CalendarDate(year: first.value) : nil)
      }
      return result(CalendarDate(year: first.value, month: second.value))
    }
    if first.digits == 4, second.digits == 3,
      let start = CalendarDate(year: first.value, month: 1, day: 1), 1...366 ~= second.value
    {
      let day = CalendarDate(daysSinceEpoch: start.daysSinceEpoch + second.value - 1)
      return result(day?.year == first.value ? day : nil)
    }
    if first.digits <= 2, second.digits == 4 {
      return result(CalendarDate(year: second.value, month: first.value))
    }
    return .unknown
  }

  private func triple() -> PublicationDate.Reading {
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if first.digits == 4 {
      if words.contains("w") { return week(first.value, second.value, third.value) }
      guard second.digits <= 2, third.digits <= 2 else { return .unknown }
      return result(Self.partial(first.value, second.value, third.value))
    }
    guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else {
      return .unknown
    }
    let year = third.digits == 4 ? third.value : full(third.value)
    let dayFirst = CalendarDate(year: year, month: second.value, day: first.value)
    let monthFirst = CalendarDate(year: year, month: first.value, day: second.value)
    // `25-09-07` may begin with its year.
    let yearFirst =
      third.digits == 2 && first.digits == 2 && mark == UInt8(ascii: "-")
      ? CalendarDate(year: full(first.value), month: second.value, day: third.value) : nil
    return choice(dayFirst, monthFirst, yearFirst)
  }

  private func choice(
    _ dayFirst: CalendarDate?, _ monthFirst: CalendarDate?, _ yearFirst: CalendarDate?
  ) -> PublicationDate.Reading {
    // With full stops the day comes first everywhere.
    if mark == UInt8(ascii: ".") { return result(dayFirst) }
    let possible = Set([dayFirst, monthFirst, yearFirst].compactMap { $0 })
    if possible.count == 1, let only = possible.first { return result(only) }
    if let order { return result(order == .dayFirst ? dayFirst : monthFirst) }
    guard let dayFirst, let monthFirst, dayFirst != monthFirst else { return .unknown }
    return .ambiguous(dayFirst: dayFirst, monthFirst: monthFirst)
  }

  /// Zeros stand for what is not known: `2025-09-00`.
  private static func partial(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    if month == 0 { return day == 0 ? CalendarDate(year: year) : nil }
    return CalendarDate(year: year, month: month, day: day == 0 ? nil : day)
  }

  /// `2025-W36-7` of ISO 8601: the first week has the year's first Thursday.
  private func week(_ year: Int, _ week: Int, _ day: Int) -> PublicationDate.Reading {
    guard let fourth = CalendarDate(year: year, month: 1, day: 4), 1...53 ~= week, 1...7 ~= day
    else { return .unknown }
    let monday = fourth.daysSinceEpoch - fourth.weekday
    return result(CalendarDate(daysSinceEpoch: monday + (week - 1) * 7 + day - 1))
  }
}
