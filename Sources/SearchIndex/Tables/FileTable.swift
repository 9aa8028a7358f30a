internal import ArticleReading
internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Table `file`: what was read, so that it is not read again.
final class FileTable {
  private let database: Connection
  private let find: Statement
  private let insert: Statement
  private let finish: Statement
  private let reopen: Statement
  private let delete: Statement
  private let all: Statement
  private let articles: Statement
  private let duplicates: Statement
  private let move: Statement

  /// The rows that a file has in `article` and `duplicate`.
  struct Contents {
    var articles: [Int64] = []
    var duplicates: [Int64] = []

    var count: Int { articles.count + duplicates.count }
  }

  init(_ database: Connection) throws {
    self.database = database
    find = try Statement(database, "SELECT id FROM file WHERE path = ?")
    insert = try Statement(
      database, "INSERT INTO file(path, name, size, modified) VALUES (?, ?, -1, 0) RETURNING id")
    reopen = try Statement(database, "UPDATE file SET size = -1 WHERE id = ?")
    finish = try Statement(
      database, "UPDATE file SET size = ?, modified = ?, failure = ?, leftover = ? WHERE id = ?")
    delete = try Statement(database, "DELETE FROM file WHERE id = ?")
    move = try Statement(database, "UPDATE file SET path = ? WHERE id = ?")
    all = try Statement(database, "SELECT id, path FROM file WHERE path <> '-'")
    articles = try Statement(
      database, "SELECT id FROM article WHERE file_id = ? ORDER BY id")
    duplicates = try Statement(
      database, "SELECT id FROM duplicate WHERE file_id = ? ORDER BY id")
  }

  /// Notes that `file` is being read; until ``finish`` it counts as unread.
  func open(_ file: SourceFile) throws -> OpenFile {
    let path = SQLValue.text(file.absolutePath)
    if let id = try find.first(path, read: { $0.integer(0) }) {
      try reopen.run(.integer(id))
      return OpenFile(file: file, id: id, isNew: false)
    }
    return OpenFile(
      file: file, id: try insert.first(path, .text(file.name)) { $0.integer(0) } ?? 0,
      isNew: true)
  }

  /// Goes on with a file whose reading was cut off behind so many articles.
  func open(_ file: SourceFile, behind articles: Int) throws -> OpenFile {
    var opened = try open(file)
    opened.taken = articles
    return opened
  }

  /// Notes that all of a file is stored, in the transaction that holds its last article.
  func finish(_ file: OpenFile, leftover: Int) throws {
    try finish.run(
      .integer(Int64(file.file.size)), .integer(Int64(file.file.modified)),
      SQLValue(file.failure), .integer(Int64(leftover)), .integer(file.id))
  }

  /// Gives a file that is no longer there the path under which it was found again.
  ///
  /// - Returns: False where another has been found in its place before.
  func move(_ id: Int64, to file: SourceFile) throws -> Bool {
    let old: String? = try database.value("SELECT path FROM file WHERE id = ?", .integer(id))
    guard let old, !FileSystem.exists(old) else { return false }
    try move.run(.text(file.absolutePath), .integer(id))
    for table in ["article", "duplicate"] {
      try database.execute(
        """
        UPDATE \(table) SET path = ?1 || CASE instr(path, '#') WHEN 0 THEN ''
        ELSE substr(path, instr(path, '#')) END WHERE file_id = ?2
        """, .text(file.path), .integer(id))
    }
    return true
  }

  /// The files below `roots`, absolute paths, that are no longer there, with what they hold.
  ///
  /// - Parameter met: Those that a run has just met.
  func gone(below roots: [String], but met: RowIDSet) throws -> [(path: String, articles: Int)] {
    var gone: [(id: Int64, path: String)] = []
    try all.forEach { row in
      let (id, path) = (row.integer(0), row.text(1))
      let isBelow = roots.contains { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
      if !met.contains(id), isBelow, !FileSystem.exists(path) { gone.append((id, path)) }
    }
    return try gone.map { ($0.path, try contents(of: $0.id).count) }.filter { $0.articles > 0 }
  }

  /// The files that are no longer there.
  func gone() throws -> [Int64] {
    var gone: [Int64] = []
    try all.forEach { row in
      if !FileSystem.exists(row.text(1)) { gone.append(row.integer(0)) }
    }
    return gone
  }

  /// The rows of a file; with `read` those that were not met while it was read.
  func contents(of id: Int64, notIn read: OpenFile? = nil) throws -> Contents {
    var contents = Contents()
    try articles.forEach(.integer(id)) { row in
      let id = row.integer(0)
      if read?.articles.contains(id) != true { contents.articles.append(id) }
    }
    try duplicates.forEach(.integer(id)) { row in
      let id = row.integer(0)
      if read?.duplicates.contains(id) != true { contents.duplicates.append(id) }
    }
    return contents
  }

  /// The rows with this id of the source's.
  func contents(named externalID: String) throws -> Contents {
    Contents(
      articles: try database.values(
        "SELECT id FROM article WHERE external_id = ? ORDER BY id", [.text(externalID)]),
      duplicates: try database.values(
        "SELECT id FROM duplicate WHERE external_id = ? ORDER BY id", [.text(externalID)]))
  }

  func delete(_ id: Int64) throws {
    try delete.run(.integer(id))
  }
}

/// The file whose articles are arriving, and which of the index's rows they turned out to be.
struct OpenFile {
  let file: SourceFile
  let id: Int64
  /// Never read before: nothing is left over from an earlier state of it.
  let isNew: Bool
  /// Articles met, in the order of the file.
  var taken = 0
  /// The first thing that went wrong in it.
  var failure: String?
  var articles = RowIDSet()
  var duplicates = RowIDSet()
  var hasRepeatedIDs = false
}

extension OpenFile {
  /// Notes that an article's row went to one of its duplicates, and that the article became one.
  mutating func swap(article: Int64, with duplicate: Int64, taking other: Int64) {
    let (hadArticle, hadOther) = (articles.contains(article), duplicates.contains(other))
    if hadArticle {
      articles.remove(article)
      duplicates.insert(duplicate)
    }
    if hadOther {
      duplicates.remove(other)
      articles.insert(article)
    }
  }
}

extension SourceFile {
  /// What comes from there is read whenever it comes, and nothing of it is ever gone.
  var isStandardInput: Bool { absolutePath == "-" }
}
