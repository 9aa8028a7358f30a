/// A calendar date as precise as it is known: a day, a month or a year.
///
/// Text form is ISO 8601, cut where knowledge ends: `2025-09-07`, `2025-09`, `2025`. Dates are
/// proleptic Gregorian, years 1 to 9999. A date stands for the span of days from ``firstDay`` to
/// ``lastDay``; filters hold a date when its *whole* span lies in the range asked for.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package enum Precision: String, Sendable { case year, month, day }

  /// `year << 9 | month << 5 | day`, with month and day 0 where unknown: the form of the `date`
  /// column, ordered like the calendar with a partial date before every date inside it.
  package let packed: Int32

  package var year: Int { Int(packed >> 9) }
  package var month: Int? { packed >> 5 & 15 == 0 ? nil : Int(packed >> 5 & 15) }
  package var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  /// Nil when no such day, month or year exists (30 February, month 13, year 0).
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
    if let day {
      guard let month, day >= 1, day <= Self.daysIn(month: month, of: year) else { return nil }
    }
    packed = Int32(year << 9 | (month ?? 0) << 5 | (day ?? 0))
  }

  /// The date of a packed column value, nil for values that name no date.
  package init?(packed: Int32) {
    let month = Int(packed >> 5 & 15)
    let day = Int(packed & 31)
    self.init(year: Int(packed >> 9), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, nothing else.
  package init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.allSatisfy({ (48...57).contains($0) }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1) - 48 })
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  package var precision: Precision { month == nil ? .year : day == nil ? .month : .day }

  package var firstDay: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  package var lastDay: CalendarDate {
    let last = month ?? 12
    return CalendarDate(
      year: year, month: last, day: day ?? Self.daysIn(month: last, of: year)) ?? self
  }

  /// The date cut to a coarser precision; itself when it is no finer than that.
  package func cut(to precision: Precision) -> CalendarDate {
    switch precision {
    case .year: CalendarDate(year: year) ?? self
    case .month: CalendarDate(year: year, month: month) ?? self
    case .day: self
    }
  }

  /// Days since 1970-01-01 of the first day.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  package var daysSinceEpoch: Int {
    let first = firstDay
    let month = first.month ?? 1
    let shifted = month <= 2 ? first.year - 1 : first.year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (first.day ?? 1) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day `days` after 1970-01-01; nil outside the years 1 to 9999 (civil_from_days, ibid.).
  package init?(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday, of the first day.
  package var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }

  package var description: String {
    let digits = String(year)
    var text = String(repeating: "0", count: 4 - digits.count) + digits
    for part in [month, day].compactMap({ $0 }) { text += part < 10 ? "-0\(part)" : "-\(part)" }
    return text
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }

  package static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
