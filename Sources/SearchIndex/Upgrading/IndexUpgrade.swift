internal import ArticleReading
internal import IndexDefinition
internal import OperatingSystem
internal import SQLite

/// Makes a file of an older format anew from its own articles and rules.
///
/// The new file is built beside the old one and takes its place when it is whole and on disk; until
/// then the old one stays as it is. Rows keep their ids; tags, full text, columns and stems are
/// worked out again. It takes the time of indexing without the reading, and the space of both files.
package struct IndexUpgrade: Sendable {
  /// What was done; nothing where the file is of this format already.
  package struct Summary: Sendable, Equatable {
    package var oldVersion: Int
    package var articles: Int
    package var seconds = 0.0

    package init(oldVersion: Int, articles: Int = 0) {
      self.oldVersion = oldVersion
      self.articles = articles
    }

    package var newVersion: Int { IndexFormat.version }

    /// False when there was nothing to do.
    package var isDone: Bool { oldVersion != newVersion }
  }

  private let path: String
  private let options: IndexRun.Options

  /// - Parameter path: Of the index; a symbolic link stays one.
  package init(path: String, options: IndexRun.Options = IndexRun.Options()) {
    self.path = FilePath.resolved(path)
    self.options = options
  }

  /// - Parameter progress: Told the articles done and those to do, a few times a second.
  /// - Throws: ``ArticleIndexError``: also while another process reads or writes the file.
  package func run(progress: (_ done: Int, _ all: Int) -> Void) throws -> Summary {
    let start = ContinuousClock.now
    return try ArticleIndexError.naming(path) {
      let old = try openOld()
      var summary = Summary(oldVersion: try version(of: old))
      guard summary.isDone else { return summary }
      let lock = try WriterLock(indexPath: path, patience: options.patience)
      defer { lock.release() }
      summary.articles = try build(from: old, progress)
      try replace(old)
      summary.seconds = (ContinuousClock.now - start) / .seconds(1)
      return summary
    }
  }

  private var newPath: String { path + ".upgrade" }

  private func openOld() throws -> Connection {
    guard FileSystem.exists(path) else { throw ArticleIndexError.missing(path: path) }
    if FileSystem.isFolder(path) { throw ArticleIndexError.notAnIndex(path: path) }
    return try Connection(path, .readWrite, patience: options.patience)
  }

  /// - Throws: ``ArticleIndexError`` for what is no index, and for a format newer than ours.
  private func version(of old: Connection) throws -> Int {
    let identity = try IndexIdentity(old)
    if identity.version > IndexFormat.version || !identity.isIndex {
      try identity.check(path: path)
    }
    return identity.version
  }

  private func build(
    from old: Connection, _ progress: (Int, Int) -> Void
  ) throws -> Int {
    removeNew()
    let new = try ArticleIndex(path: newPath, access: .readWrite)
    let articles = try new.write { database in
      let copy = try ArchiveCopy(of: path, into: database, options: options)
      return try copy.run(progress)
    }
    let found: Int? = try old.value("SELECT count(*) FROM article")
    guard articles == found else {
      throw ArticleIndexError.damaged(
        path: path, detail: "\(found ?? 0) articles, of which \(articles) could be read")
    }
    return articles
  }

  /// The old file leaves WAL first, which only its last user can: its log is then in it and gone, and
  /// cannot be taken for the new file's.
  private func replace(_ old: Connection) throws {
    do { try old.setJournal(.delete) } catch  where [.busy, .locked].contains(error.code) {
      removeNew()
      throw ArticleIndexError.busy(path: path, holder: "another process, or read by it")
    }
    old.close()
    do throws(SystemError) {
      try FileSystem.copyPermissions(of: path, to: newPath)
      try FileSystem.synchronize(newPath)
      try FileSystem.rename(newPath, to: path)
      try FileSystem.synchronize(FilePath.folder(of: path))
    } catch {
      throw ArticleIndexError.notWritable(path: path, reason: error.description)
    }
  }

  /// What an upgrade left that was cut off.
  private func removeNew() {
    for ending in ["", "-wal", "-shm", ".lock"] { FileSystem.remove(newPath + ending) }
  }
}
