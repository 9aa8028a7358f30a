/// Weeks as ISO 8601 counts them: from Monday, each of the year that its Thursday lies in.
extension CalendarDate {
  /// The Monday of a day's week; nil for a date that is no day, and where it would lie before the
  /// year 1.
  package var monday: CalendarDate? {
    day == nil ? nil : CalendarDate(daysSinceEpoch: daysSinceEpoch - weekday)
  }

  /// `2025-W36`: the week of the first day.
  package var week: String {
    let thursday = CalendarDate(daysSinceEpoch: daysSinceEpoch - weekday + 3) ?? self
    let newYear = CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday
    let number = (thursday.daysSinceEpoch - newYear.daysSinceEpoch) / 7 + 1
    let year = thursday.cut(to: .year).description
    return year + (number < 10 ? "-W0" : "-W") + String(number)
  }
}
