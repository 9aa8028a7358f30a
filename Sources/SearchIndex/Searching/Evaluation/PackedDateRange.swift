internal import IndexDefinition

/// A ``DateRange`` over values of the date column.
struct PackedDateRange {
  private let from: Int32
  private let width: UInt32
  private let range: DateRange

  init(_ range: DateRange) {
    // Above the values for no date and for no article.
    let from = max(range.from?.packed ?? .min, ColumnLayout.undated + 1)
    let to = range.to?.packed ?? .max
    // An empty range is that of a value that no date has.
    self.from = to < from ? .max : from
    width = to < from ? 0 : UInt32(to - from)
    self.range = range
  }

  /// True when the whole span of the date lies in the range.
  ///
  /// Whole days are compared as numbers, both ends at once.
  @inline(__always)
  func contains(_ date: Int32) -> Bool {
    if date & 31 != 0 { return UInt32(bitPattern: date &- from) <= width }
    guard date > ColumnLayout.undated else { return false }
    return CalendarDate(packed: date).map(range.contains) ?? false
  }
}
