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
  @inline(__always)
  func contains(_ date: Int32) -> Bool { count(date) == 1 }

  /// 1 when the whole span of the date lies in the range, else 0.
  ///
  /// Whole days are compared as numbers, both ends at once, by the sign of a difference: a jump
  /// would be guessed wrong for many of the articles.
  @inline(__always)
  func count(_ date: Int32) -> Int {
    if date & 31 == 0 { return containsSpan(of: date) ? 1 : 0 }
    let room = Int64(width) &- Int64(UInt32(bitPattern: date &- from))
    return Int(1 &+ room >> 63)
  }

  /// The same of a month, a year, or no date.
  @inline(never)
  private func containsSpan(of date: Int32) -> Bool {
    guard date > ColumnLayout.undated else { return false }
    return CalendarDate(packed: date).map(range.contains) ?? false
  }
}
