package import ArticleModel

/// The width of the date facet's buckets.
public enum DateInterval: String, Sendable, CaseIterable {
  /// By the range of what is found, and finer inside the dates filtered by.
  case auto
  /// Calendar years.
  case year
  /// Calendar months.
  case month
  /// From Monday (ISO 8601).
  case week
  /// Days.
  case day
}

/// Buckets, each told by a date: a week by its Monday.
extension DateInterval {
  /// The bucket of a date; a date known less precisely is a bucket of its own.
  ///
  /// `.auto` counts as years.
  package func bucket(of date: CalendarDate) -> CalendarDate {
    switch self {
    case .auto, .year: date.cut(to: .year)
    case .month: date.cut(to: .month)
    case .week: date.monday ?? date
    case .day: date
    }
  }

  /// The bucket behind this one, which is no less precise than the interval; nil after the year 9999.
  package func bucket(after date: CalendarDate) -> CalendarDate? {
    self == .week ? CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 7) : date.successor
  }

  /// The last day of a bucket.
  package func lastDay(of date: CalendarDate) -> CalendarDate {
    guard self == .week, date.day != nil else { return date.lastDay }
    return CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 6) ?? date
  }

  /// What a bucket is called in data: `2025`, `2025-09`, `2025-W36`, `2025-09-07`.
  package func value(of date: CalendarDate) -> String {
    self == .week && date.day != nil ? date.week : date.description
  }
}
