internal import IndexDefinition

/// What two articles have in common that are near-copies of the same others: the hash of their words, and
/// their date.
struct StoryVersion: Hashable, Comparable {
  var words: UInt64
  /// As the column `date` has it.
  var date: UInt32

  static func < (left: StoryVersion, right: StoryVersion) -> Bool {
    (left.words, left.date) < (right.words, right.date)
  }

  /// By how many days two dates are apart; nil where either is not known to the day.
  static func days(_ one: UInt32, _ other: UInt32) -> Int? {
    let days = [one, other].compactMap { CalendarDate(packed: Int32(bitPattern: $0)) }
      .filter { $0.precision == .day }.map(\.daysSinceEpoch)
    return days.count == 2 ? abs(days[0] - days[1]) : nil
  }
}
