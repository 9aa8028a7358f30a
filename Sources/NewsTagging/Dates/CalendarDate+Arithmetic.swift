internal import ArticleModel

extension CalendarDate {
  func adding(days: Int) -> CalendarDate? {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// The month so many months on, without a day.
  func adding(months: Int) -> CalendarDate? {
    let count = year * 12 + (month ?? 1) - 1 + months
    return count < 12 ? nil : CalendarDate(year: count / 12, month: count % 12 + 1)
  }

  /// The year so many years on, without a month.
  func adding(years: Int) -> CalendarDate? {
    CalendarDate(year: year + years)
  }

  /// The month that holds most of the week so many weeks on: a week has no value of its own.
  func month(ofWeek weeks: Int) -> CalendarDate? {
    adding(days: 7 * weeks - weekday + 3)?.cut(to: .month)
  }
}
