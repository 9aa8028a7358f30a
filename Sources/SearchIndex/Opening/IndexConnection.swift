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

  /// A connection that only reads, and what must hold of its file.
  struct Reading {
    var connection: Connection
    var file: WatchedFile
  }

  /// Connections that only read, opened side by side: up to `count` of them where the file is larger
  /// than `size` bytes, else one.
  ///
  /// All but the first may be missing, and none of them waits for a lock.
  static func openForReading(
    _ path: String, count: Int, whereLargerThan size: Int, patience: Duration
  ) throws -> [Reading] {
    try IndexFile.checkReadable(path)
    let name = try IndexName(path).path()
    let file = FileStatus(path: name)
    let wanted = (file?.size ?? 0) > size ? min(max(count, 1), mostConnections) : 1
    let opened = try Array(0..<wanted).mapOnCores { number in
      number == 0
        ? try open(name, patience: patience) : try? open(name, patience: .zero)
    }.compactMap { $0 }
    let isOneFile = FileStatus(path: name)?.identity == file?.identity
    return opened.enumerated().filter { number, other in
      number == 0 || isOneFile && other.file.isLocked == opened[0].file.isLocked
    }.map(\.element)
  }

  /// A connection that only reads; ready without touching more than the file's first pages.
  static func openForReading(_ path: String, patience: Duration) throws -> Reading {
    try IndexFile.checkReadable(path)
    return try open(IndexName(path).path(), patience: patience)
  }

  /// In a folder that cannot be written SQLite cannot make the log's shared memory, and in that of
  /// another user it must not be made: then the file is read without locks.
  private static func open(_ path: String, patience: Duration) throws -> Reading {
    guard IndexLog.mayBeMade(besides: path) else {
      return try openUnlocked(path, patience: patience)
    }
    do {
      return Reading(
        connection: try open(path, .readOnly, patience), file: WatchedFile(locked: path))
    } catch let error as SQLiteError where error.deniesLog {
      return try openUnlocked(path, patience: patience)
    }
  }

  private static func openUnlocked(_ path: String, patience: Duration) throws -> Reading {
    let file = try WatchedFile(unlocked: path)
    return Reading(connection: try open(path, .immutable, patience), file: file)
  }

  private static func open(
    _ path: String, _ mode: Connection.Mode, _ patience: Duration
  ) throws -> Connection {
    let connection = try Connection(path, mode, patience: patience)
    try connection.setCache(kilobytes: readingCache)
    try IndexIdentity(connection).check(path: path)
    if let cut = IndexFile.cut(connection) {
      throw ArticleIndexError.damaged(path: path, detail: cut)
    }
    return connection
  }

  /// A connection that writes; makes the folder and the index when there is none.
  ///
  /// - Parameters:
  ///   - sharing: Who may read what is made.
  ///   - keepsLog: Leaves the log's files, empty, when the connection ends: who may make nothing
  ///     there can then read as others do.
  static func openForWriting(
    _ path: String, for sharing: IndexSharing, keepsLog: Bool
  ) throws -> Connection {
    try IndexFile.make(path, for: sharing)
    let name = try IndexName(path).pathForWriting()
    let connection = try openWithLog(name) { connection in
      if keepsLog { try connection.keepLog() }
      try set(connection)
      let identity = try IndexIdentity(connection)
      if !identity.isBlank { try identity.check(path: path) }
      try complete(connection)
      // What was blank is made by now, by this process or by another of another version.
      if identity.isBlank { try IndexIdentity(connection).check(path: path) }
    }
    IndexFile.passGroupOn(name)
    if sharing == .group { try IndexFile.share(name, with: sharing) }
    return connection
  }

  /// How long a log that cannot be written is waited for.
  private static let patienceWithLog = Duration.seconds(1)

  /// A connection made ready by `prepare`, whose log can be written.
  ///
  /// A reader who is root makes a log as its own and gives it to the index's owner a moment later: in
  /// between the owner may not write it, and SQLite would keep to that as long as the connection lives.
  private static func openWithLog(
    _ name: String, _ prepare: (Connection) throws -> Void
  ) throws -> Connection {
    let deadline = ContinuousClock.now + patienceWithLog
    while true {
      do {
        let connection = try Connection(name, .readWrite, patience: .seconds(10))
        try prepare(connection)
        // Refused at once where the log was opened for reading alone; waits for nobody.
        try connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        return connection
      } catch let error as SQLiteError
        where error.deniesLog && hasLog(name) && ContinuousClock.now < deadline
      {
        usleep(10_000)
      }
    }
  }

  private static func hasLog(_ name: String) -> Bool {
    IndexFile.companions.contains { FileSystem.exists(name + $0) }
  }

  /// The writer's settings; the writer keeps references sound, `wsearch check` verifies them.
  private static func set(_ connection: Connection) throws {
    try connection.setPageSize(bytes: IndexFormat.pageSize)
    try connection.setPageSeals()
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
    // Begun by a version that left no room for checksums: pages are made anew.
    if try connection.pageSeals()?.isSealed == false, try IndexIdentity(connection).isBlank {
      try connection.execute("VACUUM")
    }
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
}
