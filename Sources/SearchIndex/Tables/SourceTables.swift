internal import ArticleReading
internal import OperatingSystem
internal import SQLite

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
struct KnownFiles {
  private let find: Statement
  private let name: Statement
  private let countArticles: Statement
  private let countDuplicates: Statement
  private let prune: Bool

  init(_ database: Connection, prune: Bool) throws {
    self.prune = prune
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
  }

  /// The file under the name that it had when it was first read: ids made of it stay.
  func named(_ file: SourceFile) throws -> SourceFile {
    var file = file
    if let known = try name.first(.text(file.absolutePath), read: { $0.text(0) }) {
      file.name = known
    }
    return file
  }

  /// The number of articles stored of a file that is as it was; nil when it must be read.
  func articlesOfUnchanged(_ file: SourceFile) throws -> Int? {
    guard !file.isStandardInput,
      let known = try find.first(
        .text(file.absolutePath), .integer(Int64(file.size)), .integer(Int64(file.modified)),
        read: { (id: $0.integer(0), leftover: $0.integer(1)) })
    else { return nil }
    if prune, known.leftover > 0 { return nil }
    return try [countArticles, countDuplicates].reduce(0) {
      try $0 + ($1.first(.integer(known.id)) { Int($0.integer(0)) } ?? 0)
    }
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
