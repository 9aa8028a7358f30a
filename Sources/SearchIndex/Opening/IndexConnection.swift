internal import IndexDefinition
internal import OperatingSystem
internal import SQLite
internal import SearchEngine
internal import SearchModel

/// Opens the index file for one process: settings, identity, creation.
enum IndexConnection {
  /// More would wait for each other.
  private static let mostConnections = 16
  /// Kilobytes of pages that a reader keeps.
  private static let readingCache = 512

  /// Connections that only read, opened side by side: up to `count` of them where the file is larger
  /// than `size` bytes, else one.
  ///
  /// All but the first may be missing, and none of them waits for a lock.
  static func openForReading(
    _ path: String, count: Int, whereLargerThan size: Int, patience: Duration
  ) throws -> [Connection] {
    try checkFile(path)
    let file = FileStatus(path: path)
    let wanted = (file?.size ?? 0) > size ? min(max(count, 1), mostConnections) : 1
    let opened = try Array(0..<wanted).mapOnCores { number in
      number == 0
        ? try openForReading(path, patience: patience)
        : try? openForReading(path, patience: .zero)
    }.compactMap { $0 }
    let isOneFile = FileStatus(path: path)?.identity == file?.identity
    return opened.enumerated().filter { number, connection in
      number == 0 || isOneFile && connection.isImmutable == opened[0].isImmutable
    }.map(\.element.connection)
  }

  /// A connection that only reads; ready without touching more than the file's first pages.
  ///
  /// In a folder that cannot be written SQLite cannot make the WAL's shared memory file. With no
  /// writer about either, the file is as good as immutable.
  static func openForReading(
    _ path: String, patience: Duration
  ) throws -> (connection: Connection, isImmutable: Bool) {
    do {
      return (try openForReading(path, .readOnly, patience), false)
    } catch let error as SQLiteError where [.cannotOpen, .readOnly].contains(error.code) {
      return (try openForReading(path, .immutable, patience), true)
    }
  }

  private static func openForReading(
    _ path: String, _ mode: Connection.Mode, _ patience: Duration
  ) throws -> Connection {
    let connection = try Connection(path, mode, patience: patience)
    try connection.setCache(kilobytes: readingCache)
    try IndexIdentity(connection).check(path: path)
    return connection
  }

  /// A connection that writes; makes the folder and the index when there is none.
  static func openForWriting(_ path: String) throws -> Connection {
    try makeFolder(of: path)
    if FileSystem.isFolder(path) { throw ArticleIndexError.notAnIndex(path: path) }
    try checkWritable(path)
    let connection = try Connection(path, .readWrite, patience: .seconds(10))
    try set(connection)
    let identity = try IndexIdentity(connection)
    if !identity.isBlank { try identity.check(path: path) }
    try complete(connection)
    // What was blank is made by now, by this process or by another of another version.
    if identity.isBlank { try IndexIdentity(connection).check(path: path) }
    return connection
  }

  /// The writer's settings; the writer keeps references sound, `wsearch check` verifies them.
  private static func set(_ connection: Connection) throws {
    try connection.setPageSize(bytes: IndexFormat.pageSize)
    // secure_delete: Debian's SQLite overwrites freed pages with zeros unless told not to.
    try connection.execute(
      """
      PRAGMA foreign_keys = OFF; PRAGMA secure_delete = OFF; PRAGMA synchronous = NORMAL;
      PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864
      """)
  }

  /// Makes the tables that are not there yet, once, though two processes may miss them.
  private static func complete(_ connection: Connection) throws {
    if try missingParts(connection).isEmpty, try connection.journal() == .wal { return }
    let lock = try WriterLock(indexPath: connection.path, patience: .seconds(10))
    defer { lock.release() }
    try connection.setJournal(.wal)
    try connection.transaction(.immediate) {
      for part in try missingParts(connection) { try connection.execute(part.sql) }
    }
  }

  /// What the file lacks, told by its tables: files of one version may differ in the parts they have.
  private static func missingParts(_ connection: Connection) throws -> [IndexFormat.Part] {
    let tables: [String] = try connection.values("SELECT name FROM sqlite_schema")
    return IndexFormat.parts.filter { !tables.contains($0.table) }
  }

  static func checkFile(_ path: String) throws {
    guard FileSystem.exists(path) else { throw ArticleIndexError.missing(path: path) }
    if FileSystem.isFolder(path) { throw ArticleIndexError.notAnIndex(path: path) }
    if !FileSystem.isReadable(path) {
      throw ArticleIndexError.other(path: path, message: "no permission to read it")
    }
  }

  /// Says what SQLite would put into words that help no one.
  static func checkWritable(_ path: String) throws {
    for place in [FilePath.folder(of: path), path] where FileSystem.exists(place) {
      guard FileSystem.isWritable(place) else {
        throw ArticleIndexError.notWritable(
          path: path, reason: "no permission to write \(place)")
      }
    }
  }

  private static func makeFolder(of path: String) throws {
    let folder = FilePath.folder(of: path)
    guard FileSystem.makeFolder(folder) else {
      throw ArticleIndexError.notWritable(
        path: path, reason: "the folder \(folder) cannot be made")
    }
  }
}
