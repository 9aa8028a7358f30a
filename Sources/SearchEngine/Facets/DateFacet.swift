internal import IndexDefinition
internal import SearchModel

/// Makes the run of years, months, weeks or days from the counts by date.
///
/// A date known only to the year stands in a bucket of its own before that year's months.
struct DateFacet {
  /// Buckets up to which gaps are filled; a longer run shows only what has articles.
  static let filledLimit = 1000

  private typealias Counted = (date: CalendarDate, count: Int)

  let interval: DateInterval
  /// Over the articles that pass the filters but that of dates.
  let counter: DateCounter
  let selected: [DateRange]
  /// Whether articles without a date pass the filter.
  let undatedIsSelected: Bool

  private var isFiltered: Bool { !selected.isEmpty || undatedIsSelected }

  func result() -> DateFacetResult {
    let counted = counter.counted
    let wide = interval == .auto ? Self.interval(of: counted.map(\.date)) : interval
    var result = DateFacetResult(
      interval: wide, facet: FacetResult(buckets: buckets(of: counted, by: wide), hasMore: false),
      undated: counter.undated)
    result.undatedIsSelected = undatedIsSelected
    if isFiltered { result.undatedWithin = undatedIsSelected ? counter.undated : 0 }
    if interval == .auto { result.inside = inside(counted, finerThan: wide) }
    return result
  }

  private func isSelected(_ date: CalendarDate) -> Bool {
    selected.contains { $0.contains(date) }
  }

  private func buckets(
    of counted: [Counted], by interval: DateInterval
  ) -> [FacetResult.Bucket] {
    let sums = sums(of: counted, by: interval)
    var rest = sums[...]
    return Self.run(over: sums.map(\.date), by: interval).map { date in
      let sum = rest.first?.date == date ? rest.removeFirst() : (date: date, count: 0, within: 0)
      return FacetResult.Bucket(
        value: interval.value(of: date), label: Self.label(of: date), count: sum.count,
        within: isFiltered ? sum.within : nil,
        isSelected: selected.contains {
          $0.contains(date) && $0.contains(interval.lastDay(of: date))
        })
    }
  }

  /// By bucket, in calendar order.
  private func sums(
    of counted: [Counted], by interval: DateInterval
  ) -> [(date: CalendarDate, count: Int, within: Int)] {
    var sums: [(date: CalendarDate, count: Int, within: Int)] = []
    // A month known as such stands between days of one week: buckets do not ascend as dates do.
    let ordered =
      interval == .week
      ? counted.sorted { interval.bucket(of: $0.date) < interval.bucket(of: $1.date) } : counted
    for (date, count) in ordered {
      let bucket = interval.bucket(of: date)
      if sums.last?.date != bucket { sums.append((bucket, 0, 0)) }
      sums[sums.count - 1].count += count
      if isSelected(date) { sums[sums.count - 1].within += count }
    }
    return sums
  }

  /// The way down: what lies inside the dates filtered by, years over months over days.
  private func inside(_ counted: [Counted], finerThan wide: DateInterval) -> DateFacetResult.Run? {
    let inside = counted.filter { isSelected($0.date) }
    let interval = Self.interval(of: inside.map(\.date))
    guard !inside.isEmpty, interval.isFiner(than: wide) else { return nil }
    return DateFacetResult.Run(
      interval: interval, buckets: buckets(of: inside, by: interval))
  }

  /// Days up to two months, months up to two years, else years.
  static func interval(of dates: [CalendarDate]) -> DateInterval {
    guard let first = dates.first, let last = dates.map(\.lastDay).max() else { return .year }
    let days = last.daysSinceEpoch - first.daysSinceEpoch + 1
    return days <= 62 ? .day : days <= 731 ? .month : .year
  }

  /// The buckets, which ascend, with the missing ones between them.
  static func run(over dates: [CalendarDate], by interval: DateInterval) -> [CalendarDate] {
    guard let first = dates.first, let last = dates.last else { return [] }
    let end = interval.bucket(of: last.firstDay)
    var (run, filled, rest) = ([CalendarDate](), 0, dates[...])
    var next: CalendarDate? = interval.bucket(of: first.firstDay)
    while let date = next, date <= end {
      while let partial = rest.first, partial < date { run.append(rest.removeFirst()) }
      if rest.first == date { rest.removeFirst() }
      run.append(date)
      filled += 1
      if filled > filledLimit { return dates }
      next = interval.bucket(after: date)
    }
    // Beside a year or month at an end the first of its buckets may be empty.
    return (run + rest).filter { first <= $0 && $0 <= last }
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
  /// Of those that `.auto` takes.
  fileprivate func isFiner(than other: DateInterval) -> Bool {
    switch (self, other) {
    case (.month, .year), (.day, .year), (.day, .month): true
    default: false
    }
  }
}
