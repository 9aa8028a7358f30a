internal import Foundation
internal import GRDB
internal import IndexDefinition

/// Opens the index file for one process: settings, identity, creation.
enum IndexConnection {
  /// Connections that only read, opened side by side: `count` of them where the file is larger than
  /// `size` bytes, else one.
  static func openForReading(
    _ path: String, count: Int, whereLargerThan size: Int
  ) throws -> [DatabaseQueue] {
    try checkFile(path)
    let isLarge = count > 1 && byteCount(of: path) > size
    return try Array(0..<(isLarge ? count : 1)).mapOnCores { _ in try openForReading(path) }
  }

  /// The size of the file that `path`, which may be a link, leads to.
  private static func byteCount(of path: String) -> Int {
    var information = stat()
    return stat(path, &information) == 0 ? Int(information.st_size) : 0
  }

  /// A connection that only reads; ready without touching more than the file's first pages.
  private static func openForReading(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = -512")
    }
    let queue = try openEvenInReadOnlyFolder(path, configuration)
    try queue.unsafeRead { database in
      try IndexIdentity(database).check(path: path)
    }
    return queue
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
  ) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: fileName(path), configuration: configuration)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      return try DatabaseQueue(path: immutableURI(path), configuration: configuration)
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
