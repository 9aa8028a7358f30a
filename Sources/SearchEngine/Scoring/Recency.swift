internal import IndexDefinition
internal import OperatingSystem
internal import SearchModel

/// What an article's age does to its score, where it is asked for.
///
///     factor = 2 ^ (−age / half-life)
///
/// The age is counted in days from the newest date of the index, dates in the future aside, so that
/// the same index gives the same answer tomorrow. A date known to the month or year counts as its
/// first day, an undated article as two half-lives old.
struct Recency {
  private static let undatedFactor = 0.25

  private let halfLife: Double
  private let newest: Int

  /// `newest`: packed.
  init(_ halfLife: HalfLife, newest: Int32) {
    self.halfLife = halfLife.days
    self.newest = CalendarDate(packed: newest)?.daysSinceEpoch ?? 0
  }

  /// Of an article with this value in the `date` column.
  func factor(_ date: Int32) -> Double {
    guard let date = CalendarDate(packed: date) else { return Self.undatedFactor }
    return exp2(-Double(max(0, newest - date.daysSinceEpoch)) / halfLife)
  }
}
