internal import ArticleReading
internal import Foundation
internal import GRDB
internal import IndexDefinition

/// Opens the index file for one process: settings, identity, creation.
enum IndexConnection {
  /// More would wait for each other.
  private static let mostConnections = 16

  /// Connections that only read, opened side by side: up to `count` of them where the file is larger
  /// than `size` bytes, else one.
  ///
  /// All but the first may be missing, and none of them waits for a lock.
  static func openForReading(
    _ path: String, count: Int, whereLargerThan size: Int
  ) throws -> [DatabaseQueue] {
    try checkFile(path)
    let file = FileStatus(path: path)
    let wanted = (file?.size ?? 0) > size ? min(max(count, 1), mostConnections) : 1
    let opened = try Array(0..<wanted).mapOnCores { number in
      number == 0
        ? try openForReading(path, .timeout(5)) : try? openForReading(path, .immediateError)
    }.compactMap { $0 }
    let isOneFile = FileStatus(path: path)?.identity == file?.identity
    return opened.enumerated().filter { number, connection in
      number == 0 || isOneFile && connection.isImmutable == opened[0].isImmutable
    }.map(\.element.queue)
  }

  /// A connection that only reads; ready without touching more than the file's first pages.
  private static func openForReading(
    _ path: String, _ busyMode: Database.BusyMode
  ) throws -> (queue: DatabaseQueue, isImmutable: Bool) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.busyMode = busyMode
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = -512")
    }
    let opened = try openEvenInReadOnlyFolder(path, configuration)
    try opened.queue.unsafeRead { database in
      try IndexIdentity(database).check(path: path)
    }
    return opened
  }

  /// A connection that writes; makes the folder and the index when there is none.
  static func openForWriting(_ path: String) throws -> DatabaseQueue {
    try makeFolder(of: path)
    if isFolder(path) { throw ArticleIndexError.notAnIndex(path: path) }
    var configuration = Configuration()
    // The writer keeps references sound; `wsearch check` verifies them.
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // secure_delete: Debian's SQLite overwrites freed pages with zeros unless told not to.
      try database.execute(
        sql: """
          PRAGMA page_size = \(IndexFormat.pageSize); PRAGMA secure_delete = OFF;
          PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
          PRAGMA journal_size_limit = 67108864
          """)
    }
    try checkWritable(path)
    let queue = try DatabaseQueue(path: fileName(path), configuration: configuration)
    let identity = try queue.unsafeRead { try IndexIdentity($0) }
    if !identity.isBlank { try identity.check(path: path) }
    try migrate(queue, path: path)
    try queue.unsafeRead { try IndexIdentity($0).check(path: path) }
    return queue
  }

  /// Makes the tables that are not there yet, once, though two processes may miss them.
  private static func migrate(_ queue: DatabaseQueue, path: String) throws {
    var migrator = DatabaseMigrator()
    for (name, sql) in IndexFormat.migrations {
      migrator.registerMigration(name) { try $0.execute(sql: sql) }
    }
    if try queue.unsafeRead(migrator.hasCompletedMigrations) { return }
    let lock = try WriterLock(indexPath: path, patience: .seconds(10))
    defer { lock.release() }
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try migrator.migrate(queue)
  }

  /// Opens a file whose folder may be closed to us.
  ///
  /// In a folder that cannot be written SQLite cannot make the WAL's shared memory file. With no
  /// writer about either, the file is as good as immutable.
  private static func openEvenInReadOnlyFolder(
    _ path: String, _ configuration: Configuration
  ) throws -> (queue: DatabaseQueue, isImmutable: Bool) {
    do {
      return (try DatabaseQueue(path: fileName(path), configuration: configuration), false)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      return (try DatabaseQueue(path: immutableURI(path), configuration: configuration), true)
    }
  }

  private static func immutableURI(_ path: String) -> String {
    let absolute = URL(fileURLWithPath: path).standardizedFileURL.absoluteString
    return absolute + "?immutable=1"
  }

  /// SQLite reads `file:…` as a URI and `:memory:` as no file: `./` makes both plain names.
  private static func fileName(_ path: String) -> String {
    path.hasPrefix("/") ? path : "./" + path
  }

  private static func checkFile(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ArticleIndexError.missing(path: path)
    }
    if isFolder(path) { throw ArticleIndexError.notAnIndex(path: path) }
    if !FileManager.default.isReadableFile(atPath: path) {
      throw ArticleIndexError.other(path: path, message: "no permission to read it")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Says what SQLite would put into words that help no one.
  private static func checkWritable(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let files = FileManager.default
    for place in [folder, path] where files.fileExists(atPath: place) {
      guard files.isWritableFile(atPath: place) else {
        throw ArticleIndexError.notWritable(
          path: path, reason: "no permission to write \(place): name another place with --index")
      }
    }
  }

  private static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ArticleIndexError.notWritable(
        path: path, reason: "the folder \(folder.path) cannot be made")
    }
  }
}
