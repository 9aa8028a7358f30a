/// A calendar date as precise as it is known: a day, a month or a year.
///
/// Text form is ISO 8601, cut where knowledge ends: `2025-09-07`, `2025-09`, `2025`. Dates are
/// proleptic Gregorian, years 1 to 9999. A date stands for the span of days from ``firstDay`` to
/// ``lastDay``; filters hold a date when its *whole* span lies in the range asked for.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// How much of a date is known.
  public enum Precision: String, Sendable {
    /// The year alone.
    case year
    /// The year and the month.
    case month
    /// All of it.
    case day
  }

  /// `year << 9 | month << 5 | day`, with month and day 0 where unknown: the form of the `date`
  /// column, ordered like the calendar with a partial date before every date inside it.
  package let packed: Int32

  /// From 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// From 1 to 12; nil when only the year is known.
  public var month: Int? { packed >> 5 & 15 == 0 ? nil : Int(packed >> 5 & 15) }
  /// From 1 to 31; nil when only the month is known.
  public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  /// Nil when no such day, month or year exists (30 February, month 13, year 0).
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
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

  /// A value known to name a date.
  private init(known packed: Int32) {
    self.packed = packed
  }

  /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, nothing else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let date = text.withUTF8({ CalendarDate(utf8: $0) }) else { return nil }
    self = date
  }

  /// As ``init(_:)``, from the text's bytes.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard [4, 7, 10].contains(bytes.count) else { return nil }
    var numbers = (year: 0, month: 0, day: 0)
    for (index, byte) in bytes.enumerated() {
      let digit = Int(byte) - 48
      switch index {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case _ where !(0...9).contains(digit): return nil
      case ..<4: numbers.year = numbers.year * 10 + digit
      case ..<7: numbers.month = numbers.month * 10 + digit
      default: numbers.day = numbers.day * 10 + digit
      }
    }
    self.init(
      year: numbers.year, month: bytes.count > 4 ? numbers.month : nil,
      day: bytes.count > 7 ? numbers.day : nil)
  }

  /// How much of the date is known.
  public var precision: Precision { month == nil ? .year : day == nil ? .month : .day }

  /// The first of the days that the date stands for: of `2025-02`, `2025-02-01`.
  public var firstDay: CalendarDate {
    day != nil ? self : CalendarDate(year: year, month: month ?? 1, day: 1) ?? self
  }

  /// The last of the days that the date stands for: of `2025-02`, `2025-02-28`.
  public var lastDay: CalendarDate {
    if day != nil { return self }
    let last = month ?? 12
    return CalendarDate(
      year: year, month: last, day: Self.daysIn(month: last, of: year)) ?? self
  }

  /// The date cut to a coarser precision; itself when it is no finer than that.
  package func cut(to precision: Precision) -> CalendarDate {
    switch precision {
    case .year: CalendarDate(known: packed & ~511)
    case .month: CalendarDate(known: packed & ~31)
    case .day: self
    }
  }

  /// The day, month or year that follows, as precise as this one; nil after the year 9999.
  package var successor: CalendarDate? {
    guard let month else { return CalendarDate(year: year + 1) }
    if let day, day < Self.daysIn(month: month, of: year) {
      return CalendarDate(known: packed + 1)
    }
    return month < 12
      ? CalendarDate(year: year, month: month + 1, day: day.map { _ in 1 })
      : CalendarDate(year: year + 1, month: 1, day: day.map { _ in 1 })
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

  /// ISO 8601, cut where knowledge ends: `2025-09-07`, `2025-09`, `2025`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { text in
      Self.write(year / 100, to: text, at: 0)
      Self.write(year % 100, to: text, at: 2)
      guard let month else { return 4 }
      text[4] = UInt8(ascii: "-")
      Self.write(month, to: text, at: 5)
      guard let day else { return 7 }
      text[7] = UInt8(ascii: "-")
      Self.write(day, to: text, at: 8)
      return 10
    }
  }

  /// Two digits.
  private static func write(_ number: Int, to text: UnsafeMutableBufferPointer<UInt8>, at: Int) {
    text[at] = UInt8(48 + number / 10)
    text[at + 1] = UInt8(48 + number % 10)
  }

  /// In the order of the calendar, a partial date before every date inside it.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
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
