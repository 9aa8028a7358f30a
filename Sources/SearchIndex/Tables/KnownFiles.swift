internal import ArticleReading
internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Which files need not be read again; asked by the reading side over a connection of its own.
final class KnownFiles {
  private let find: Statement
  private let name: Statement
  private let countArticles: Statement
  private let countDuplicates: Statement
  private let countRemoved: Statement
  private let likes: Statement
  /// Those that are at their new place.
  private var moved = RowIDSet()
  private let options: IndexingOptions

  init(_ database: Connection, _ options: IndexingOptions) throws {
    self.options = options
    find = try Statement(
      database,
      """
      SELECT id, leftover FROM file
      WHERE path = ? AND size = ? AND modified = ? AND failure IS NULL
      """)
    name = try Statement(database, "SELECT name FROM file WHERE path = ?")
    countArticles = try Statement(
      database, "SELECT count(*) FROM article WHERE file_id = ?")
    countDuplicates = try Statement(
      database, "SELECT count(*) FROM duplicate WHERE file_id = ?")
    countRemoved = try Statement(
      database, "SELECT count(*) FROM removed WHERE file_id = ?")
    likes = try Statement(
      database,
      """
      SELECT id, path FROM file
      WHERE size = ?1 AND modified = ?2 AND failure IS NULL
      AND NOT EXISTS (SELECT 1 FROM file WHERE path = ?3) ORDER BY id
      """)
  }

  /// The file under the name that it had when it was first read: ids made of it stay.
  func named(_ file: SourceFile) throws -> SourceFile {
    var file = file
    if let known = try name.first(.text(file.absolutePath), read: { $0.text(0) }) {
      file.name = known
    }
    return file
  }

  /// The file under whose path nothing is any more and which this one, of an unknown path, is: of the
  /// same size, changed in the same nanosecond; nil where there is none, or more than one.
  func oldPlace(of file: SourceFile) throws -> Int64? {
    guard !file.isStandardInput, file.size > 0 else { return nil }
    var found: [Int64] = []
    try likes.forEach(
      .integer(Int64(file.size)), .integer(Int64(file.modified)), .text(file.absolutePath)
    ) { row in
      let id = row.integer(0)
      if !moved.contains(id), !FileSystem.exists(row.text(1)) { found.append(id) }
    }
    guard let id = found.first, found.count == 1 else { return nil }
    moved.insert(id)
    return id
  }

  /// The number of articles stored of a file, by its number in the index.
  func articles(of id: Int64) throws -> Int {
    try [countArticles, countDuplicates].reduce(0) {
      try $0 + ($1.first(.integer(id)) { Int($0.integer(0)) } ?? 0)
    }
  }

  /// A file that is as it was, with the number of its articles; nil when it must be read.
  func unchanged(_ file: SourceFile) throws -> (id: Int64, articles: Int)? {
    guard !file.isStandardInput,
      let known = try find.first(
        .text(file.absolutePath), .integer(Int64(file.size)), .integer(Int64(file.modified)),
        read: { (id: $0.integer(0), leftover: $0.integer(1)) })
    else { return nil }
    if options.prune, known.leftover > 0 { return nil }
    if options.takesRemoved,
      try countRemoved.first(.integer(known.id), read: { $0.integer(0) }) ?? 0 > 0
    {
      return nil
    }
    return (known.id, try articles(of: known.id))
  }
}
