internal import IndexDefinition
internal import SearchModel

/// Makes the run of years, months or days from the counts by date.
///
/// A date known only to the year stands in a bucket of its own before that year's months.
struct DateFacet {
  /// Buckets up to which gaps are filled; a longer run shows only what has articles.
  static let filledLimit = 1000

  let interval: DateInterval
  let counter: DateCounter
  let selected: [DateRange]

  func result() -> DateFacetResult {
    let counted = counter.counted
    let wide = interval == .auto ? Self.interval(of: counted.map(\.date)) : interval
    var result = DateFacetResult(
      interval: wide, facet: FacetResult(buckets: buckets(of: counted, by: wide), hasMore: false),
      undated: counter.undated)
    if interval == .auto { result.within = within(counted, finerThan: wide) }
    return result
  }

  private func buckets(
    of counted: [(date: CalendarDate, count: Int)], by interval: DateInterval
  ) -> [FacetResult.Bucket] {
    var sums: [(date: CalendarDate, count: Int)] = []
    for (date, count) in counted {
      let date = date.cut(to: interval.precision)
      if sums.last?.date != date { sums.append((date, 0)) }
      sums[sums.count - 1].count += count
    }
    var rest = sums[...]
    return Self.run(over: sums.map(\.date), by: interval.precision).map { date in
      FacetResult.Bucket(
        value: date.description, label: Self.label(of: date),
        count: rest.first?.date == date ? rest.removeFirst().count : 0,
        isSelected: selected.contains { $0.contains(date) })
    }
  }

  /// The way down: what lies inside the dates filtered by, years over months over days.
  private func within(
    _ counted: [(date: CalendarDate, count: Int)], finerThan wide: DateInterval
  ) -> DateFacetResult.Run? {
    let inside = counted.filter { entry in selected.contains { $0.contains(entry.date) } }
    let interval = Self.interval(of: inside.map(\.date))
    guard !inside.isEmpty, interval.precision.isFiner(than: wide.precision) else { return nil }
    return DateFacetResult.Run(
      interval: interval, buckets: buckets(of: inside, by: interval))
  }

  /// Days up to two months, months up to two years, else years.
  static func interval(of dates: [CalendarDate]) -> DateInterval {
    guard let first = dates.first, let last = dates.map(\.lastDay).max() else { return .year }
    let days = last.daysSinceEpoch - first.daysSinceEpoch + 1
    return days <= 62 ? .day : days <= 731 ? .month : .year
  }

  /// The dates, which ascend, with the missing ones between them.
  static func run(
    over dates: [CalendarDate], by precision: CalendarDate.Precision
  ) -> [CalendarDate] {
    guard let first = dates.first, let last = dates.last else { return [] }
    let end = last.firstDay.cut(to: precision)
    var (run, filled, rest) = ([CalendarDate](), 0, dates[...])
    var next: CalendarDate? = first.firstDay.cut(to: precision)
    while let date = next, date <= end {
      while let partial = rest.first, partial < date { run.append(rest.removeFirst()) }
      if rest.first == date { rest.removeFirst() }
      run.append(date)
      filled += 1
      if filled > filledLimit { return dates }
      next = date.successor
    }
    return run
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `2025`, `September 2025`, `7 September 2025`.
  static func label(of date: CalendarDate) -> String {
    guard let month = date.month else { return date.description }
    let year = months[month - 1] + " " + date.cut(to: .year).description
    return date.day.map { String($0) + " " + year } ?? year
  }
}

extension DateInterval {
  /// `.auto` counts as years.
  var precision: CalendarDate.Precision {
    switch self {
    case .auto, .year: .year
    case .month: .month
    case .day: .day
    }
  }
}

extension CalendarDate.Precision {
  fileprivate func isFiner(than other: CalendarDate.Precision) -> Bool {
    switch (self, other) {
    case (.month, .year), (.day, .year), (.day, .month): true
    default: false
    }
  }
}
