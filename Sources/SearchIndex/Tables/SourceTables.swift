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
  /// The first thing that went wrong in it.
  var failure: String?
  var articles = RowIDSet()
  var duplicates = RowIDSet()
  var hasRepeatedIDs = false

  init(file: SourceFile, id: Int64, isNew: Bool) {
    self.file = file
    self.id = id
    self.isNew = isNew
  }
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

/// A set of row ids, most of them neighbours: one bit an id, in blocks that exist where needed.
struct RowIDSet {
  private var blocks: [Int64: [UInt64]] = [:]
  private(set) var count = 0

  func contains(_ id: Int64) -> Bool {
    guard let block = blocks[id >> 12] else { return false }
    return block[Int(id >> 6 & 63)] & (1 << UInt64(id & 63)) != 0
  }

  mutating func insert(_ id: Int64) {
    guard !contains(id) else { return }
    blocks[id >> 12, default: Array(repeating: 0, count: 64)][Int(id >> 6 & 63)] |=
      1 << UInt64(id & 63)
    count += 1
  }

  mutating func remove(_ id: Int64) {
    guard contains(id) else { return }
    blocks[id >> 12]?[Int(id >> 6 & 63)] &= ~(1 << UInt64(id & 63))
    count -= 1
  }
}

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

/// Table `root`: the paths indexed so far, none inside another.
struct RootTable {
  let database: Connection

  func paths() throws -> [String] {
    try database.values("SELECT path FROM root ORDER BY path")
  }

  /// Forgets the roots that are no longer there.
  func prune() throws {
    for path in try paths() where !FileSystem.exists(path) {
      try database.execute("DELETE FROM root WHERE path = ?", .text(path))
    }
  }

  /// Remembers those of `paths` that exist; standard input is no place to come back to.
  func remember(_ paths: [String]) throws {
    for path in paths where path != "-" && FileSystem.exists(path) {
      let root = FilePath.resolved(path)
      guard try !self.paths().contains(where: { Self.holds($0, root) }) else { continue }
      for inner in try self.paths() where Self.holds(root, inner) {
        try database.execute("DELETE FROM root WHERE path = ?", .text(inner))
      }
      try database.execute("INSERT INTO root(path) VALUES (?)", .text(root))
    }
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
