internal import SQLite

/// Chooses the article that stands for a story: the earliest, then that of the lowest id and path.
struct StoryLeads {
  private struct Place: Comparable {
    var date: String
    var moment: String
    var id: String
    var path: String
    var row: Int64

    static func < (left: Place, right: Place) -> Bool {
      (left.date, left.moment, left.id, left.path, left.row)
        < (right.date, right.moment, right.id, right.path, right.row)
    }
  }

  /// Behind every date and time.
  private static let none = "\u{7E}"
  private let article: Statement

  init(_ database: Connection) throws {
    article = try Statement(
      database, "SELECT date, published_at, external_id, path FROM article WHERE id = ?")
  }

  func lead(of members: [Int64]) throws -> Int64 {
    let places = try members.compactMap { row in
      try article.first(of: row) {
        Place(
          date: $0.optionalText(0) ?? Self.none, moment: $0.optionalText(1) ?? Self.none,
          id: $0.text(2), path: $0.text(3), row: row)
      }
    }
    return places.min()?.row ?? members[0]
  }
}
