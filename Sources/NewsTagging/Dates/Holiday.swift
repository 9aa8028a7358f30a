internal import ArticleModel

/// When a holiday falls in a given year.
enum Holiday: Sendable, Equatable {
  case fixed(Int, Int)
  /// The n-th such weekday of a month; n = -1: the last.
  case nth(Int, weekday: Int, month: Int)
  /// The first Tuesday after the first Monday of November.
  case electionDay
  /// Days from Easter Sunday.
  case easter(Int)

  func day(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let month, let day): CalendarDate(year: year, month: month, day: day)
    case .nth(let n, let weekday, let month): Self.nth(n, weekday, month, year)
    case .electionDay: Self.nth(1, 0, 11, year)?.adding(days: 1)
    case .easter(let offset): Self.easter(year)?.adding(days: offset)
    }
  }

  private static func nth(_ n: Int, _ weekday: Int, _ month: Int, _ year: Int) -> CalendarDate? {
    guard n < 0 else {
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (n - 1))
    }
    guard let last = CalendarDate(year: year, month: month)?.lastDay else { return nil }
    return last.adding(days: -((last.weekday - weekday + 7) % 7))
  }

  /// Easter Sunday.
  ///
  /// Source: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 8).
  private static func easter(_ year: Int) -> CalendarDate? {
    let golden = year % 19
    let century = year / 100
    let skipped = (8 * (century) + 13) / 25
    let epact = (19 * golden + century - century / 4 - skipped + 15) % 30
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let offset = moon - weekday
    let month = 3 + (offset + 40) / 44
    return CalendarDate(year: year, month: month, day: offset + 28 - 31 * (month / 4))
  }
}

/// Holidays of two and three words, as their hashes in order.
struct HolidayPhrase: Sendable {
  let words: [UInt64]
  let holiday: Holiday

  init(_ text: String, _ holiday: Holiday) {
    words = TokenHash.words(text)
    self.holiday = holiday
  }

  /// The first words of ``all``.
  static let openings = {
    var openings = TokenSet()
    for hash in all.compactMap(\.words.first) { openings.insert(hash) }
    return openings
  }()

  static let all: [HolidayPhrase] = [
    HolidayPhrase("new year 's day", .fixed(1, 1)),
    HolidayPhrase("new year 's eve", .fixed(12, 31)),
    HolidayPhrase("valentine 's day", .fixed(2, 14)),
    HolidayPhrase("st. patrick 's day", .fixed(3, 17)),
    HolidayPhrase("fourth of july", .fixed(7, 4)),
    HolidayPhrase("may day", .fixed(5, 1)),
    HolidayPhrase("remembrance day", .fixed(11, 11)),
    HolidayPhrase("columbus day", .nth(2, weekday: 0, month: 10)),
    HolidayPhrase("shrove tuesday", .easter(-47)),
    HolidayPhrase("maundy thursday", .easter(-3)),
    HolidayPhrase("ascension day", .easter(39)),
    HolidayPhrase("whit monday", .easter(50)),
    HolidayPhrase("christmas day", .fixed(12, 25)),
    HolidayPhrase("christmas eve", .fixed(12, 24)),
    HolidayPhrase("boxing day", .fixed(12, 26)),
    HolidayPhrase("bastille day", .fixed(7, 14)),
    HolidayPhrase("armistice day", .fixed(11, 11)),
    HolidayPhrase("veterans day", .fixed(11, 11)),
    HolidayPhrase("thanksgiving day", .nth(4, weekday: 3, month: 11)),
    HolidayPhrase("labor day", .nth(1, weekday: 0, month: 9)),
    HolidayPhrase("memorial day", .nth(-1, weekday: 0, month: 5)),
    HolidayPhrase("election day", .electionDay),
    HolidayPhrase("good friday", .easter(-2)),
    HolidayPhrase("ash wednesday", .easter(-46)),
    HolidayPhrase("palm sunday", .easter(-7)),
    HolidayPhrase("easter sunday", .easter(0)),
    HolidayPhrase("easter monday", .easter(1)),
  ]
}
