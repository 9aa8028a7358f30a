internal import IndexDefinition

/// A ``DateRange`` over ``CalendarDate/packed`` values.
struct PackedDateRange {
  private let from: Int32
  private let to: Int32
  private let range: DateRange

  init(_ range: DateRange) {
    from = range.from?.packed ?? .min
    to = range.to?.packed ?? .max
    self.range = range
  }

  /// True when the whole span of the date lies in the range.
  ///
  /// Whole days are compared as numbers.
  @inline(__always)
  func contains(_ date: Int32) -> Bool {
    if date & 31 != 0 { return from <= date && date <= to }
    return CalendarDate(packed: date).map(range.contains) ?? false
  }
}
