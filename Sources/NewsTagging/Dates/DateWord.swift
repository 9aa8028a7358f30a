/// What a word can mean in a calendar expression.
enum DateWord: Sendable {
  /// 1 to 12. `isCommon`: also an everyday word or name (May, March), believed only in context.
  case month(Int, isAbbreviation: Bool, isCommon: Bool, isEnglish: Bool)
  /// mid-March, late-June.
  case partOfMonth(Int)
  /// 0 for Monday to 6.
  case weekday(Int, isAbbreviation: Bool)
  /// yesterday, today, tomorrow, tonight: days from the article's date.
  case dayOffset(Int)
  /// year-ago, year-earlier.
  case yearEarlier
  case unit(DateUnit, isPlural: Bool)
  case weekend
  /// one, two, twelve; a and an count one.
  case number(Int)
  /// first, second, third, …: the third quarter.
  case ordinal(Int)
  /// Q3: a quarter in short.
  case quarter
  /// the sixties: the decade's first year.
  case decade(Int)
  /// -1 last, previous, past; 0 this, current; 1 next, coming, following.
  case direction(Int, isAnaphoric: Bool)
  /// ago: back from the article's date.
  case ago
  /// earlier, before; later, after: from the day last named. -1 or 1.
  case shift(Int)
  case partOfDay
  /// early, late, mid, beginning, end, middle: the part of a month or year, kept in the span.
  case part
  case season
  case holiday(Holiday)
  /// The first word of a ``HolidayPhrase``, nothing else.
  case holidayOpening
  /// nineteen, twenty before a two-digit word: a spelt-out year.
  case century(Int)
  /// twenty, thirty, …, ninety.
  case tens(Int)
  /// in, since, until, …: what stands before a year or month.
  case preposition
}

extension DateWord {
  /// False for the words that only go on with an expression or stand before it.
  var opensExpressions: Bool {
    switch self {
    case .unit(.year, isPlural: false): true
    case .shift, .ago, .partOfDay, .unit, .preposition: false
    default: true
    }
  }
}

/// The units that calendar arithmetic knows.
enum DateUnit: Sendable {
  case day, week, month, quarter, year, decade

  /// The rule that reads `last week`, `this month`.
  var relativeRule: String {
    switch self {
    case .day: "relative-day"
    case .week: "relative-week"
    case .month: "relative-month"
    case .quarter: "relative-quarter"
    case .year: "relative-year"
    case .decade: "relative-decade"
    }
  }
}
