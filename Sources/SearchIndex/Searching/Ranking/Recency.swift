internal import IndexDefinition
internal import OperatingSystem
internal import SQLite

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

  /// The newest date of the index that is not after `today`, packed; 0 when there is none.
  static func newest(_ database: Connection, today: Int32 = today) throws -> Int32 {
    let chunks = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = 'date'")
    var newest: Int32 = 0
    try chunks.forEach { row in
      for value in ColumnChunk.words(row.bytes(0)) {
        let date = Int32(bitPattern: value)
        if date > newest, date <= today { newest = date }
      }
    }
    return newest
  }

  private static var today: Int32 {
    let days = Int(Timestamp.now.secondsSince1970 / 86_400)
    return CalendarDate(daysSinceEpoch: days)?.packed ?? .max
  }
}
