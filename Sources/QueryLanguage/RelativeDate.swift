internal import ArticleModel

/// A time that is told from today on: `yesterday`, `last week`, `la semaine dernière`.
struct RelativeDate: Equatable {
  enum Unit: Equatable {
    case day, week, month, year
  }

  let unit: Unit
  /// Units before the one that today lies in.
  let ago: Int
  /// Words that it takes.
  let count: Int

  /// The time that `words`, in small letters, begin with; nil where they begin with none.
  init?(beginning words: [String]) {
    guard let first = words.first else { return nil }
    let pair = words.prefix(2).joined(separator: " ")
    if let (unit, ago) = Self.pairs[pair] {
      self.init(unit: unit, ago: ago, count: 2)
    } else if first == "yesterday" {
      self.init(unit: .day, ago: 1, count: 1)
    } else {
      return nil
    }
  }

  private init(unit: Unit, ago: Int, count: Int) {
    (self.unit, self.ago, self.count) = (unit, ago, count)
  }

  private static let pairs: [String: (Unit, Int)] = [
    "this week": (.week, 0), "this month": (.month, 0), "this year": (.year, 0),
    "last week": (.week, 1), "last month": (.month, 1), "last year": (.year, 1),
    "semaine dernière": (.week, 1), "mois dernier": (.month, 1), "année dernière": (.year, 1),
    "letzte woche": (.week, 1), "letzten monat": (.month, 1), "letztes jahr": (.year, 1),
    "vorige woche": (.week, 1), "vorigen monat": (.month, 1), "voriges jahr": (.year, 1),
    "semana pasada": (.week, 1), "mes pasado": (.month, 1), "año pasado": (.year, 1),
    "settimana scorsa": (.week, 1), "mese scorso": (.month, 1), "anno scorso": (.year, 1),
    "semana passada": (.week, 1), "mês passado": (.month, 1), "ano passado": (.year, 1),
    "vorige week": (.week, 1), "vorige maand": (.month, 1), "vorig jaar": (.year, 1),
  ]

  /// The days meant; nil where there are none, before the year 1.
  ///
  /// - Parameter today: a day.
  func range(from today: CalendarDate) -> DateRange? {
    switch unit {
    case .day: day(ago, before: today).map { DateRange(from: $0, to: $0) }
    case .week:
      today.monday.flatMap { day(7 * ago, before: $0) }.map {
        DateRange(from: $0, to: day(-6, before: $0))
      }
    case .month: month(before: today).map { DateRange(from: $0, to: $0) }
    case .year: CalendarDate(year: today.year - ago).map { DateRange(from: $0, to: $0) }
    }
  }

  private func day(_ count: Int, before date: CalendarDate) -> CalendarDate? {
    CalendarDate(daysSinceEpoch: date.daysSinceEpoch - count)
  }

  private func month(before today: CalendarDate) -> CalendarDate? {
    let months = today.year * 12 + (today.month ?? 1) - 1 - ago
    return CalendarDate(year: months / 12, month: months % 12 + 1)
  }
}
