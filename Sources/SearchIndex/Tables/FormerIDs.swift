internal import IndexDefinition
internal import SQLite

/// Ids that indexes of format 1 gave to articles that bring none: made of their file's absolute path,
/// where those of today are made of its name below the folder that was named.
///
/// Nothing of them is stored: the places that a file's articles can have are gone through, some tenths
/// of a second for a million. For names that nothing else resolves.
struct FormerIDs {
  private let files: Statement

  init(_ database: Connection) throws {
    files = try Statement(
      database,
      """
      SELECT path, name,
        (SELECT count(*) FROM article WHERE file_id = file.id)
        + (SELECT count(*) FROM duplicate WHERE file_id = file.id)
      FROM file WHERE path <> name
      """)
  }

  /// The id of today; nil where `name` was none in a file that is known.
  func today(of name: String) throws -> String? {
    guard let former = DerivedID(name) else { return nil }
    var today: DerivedID?
    try files.forEach { row in
      guard today == nil else { return }
      today = Self.today(
        of: former, in: .init(file: row.text(0)), now: .init(file: row.text(1)),
        articles: Int(row.integer(2)))
    }
    return today?.description
  }

  /// Tries the file itself, then its lines and articles by number: of lines there are more than
  /// articles, since some are empty or hold none.
  private static func today(
    of former: DerivedID, in path: DerivedID.Place, now name: DerivedID.Place, articles: Int
  ) -> DerivedID? {
    if path.id(of: nil) == former { return name.id(of: nil) }
    for number in 1...(2 * articles + 1000) {
      for member in ["line \(number)", "article \(number)"] where path.id(of: member) == former {
        return name.id(of: member)
      }
    }
    return nil
  }
}
