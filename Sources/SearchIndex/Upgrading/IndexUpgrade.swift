internal import IndexDefinition
internal import OperatingSystem
internal import SQLite
package import SearchModel

/// Makes a file of an older format anew from its own articles and rules.
///
/// The new file is built beside the old one and takes its place when it is whole and on disk; until
/// then the old one keeps all it has. Rows keep their ids; tags, full text, columns and stems are
/// worked out again. It takes the time of indexing without the reading, and the space of both files.
package struct IndexUpgrade: Sendable {
  private let path: String
  private let options: IndexingOptions

  /// - Parameter path: Of the index; a symbolic link stays one.
  package init(path: String, options: IndexingOptions = IndexingOptions()) {
    self.path = FilePath.resolved(path)
    self.options = options
  }

  /// - Parameter progress: Told the articles done and those to do, every megabyte or so of text.
  /// - Throws: ``ArticleIndexError``: also while another process has the file open.
  package func run(progress: (_ done: Int, _ all: Int) -> Void) throws -> UpgradeSummary {
    let start = ContinuousClock.now
    return try ArticleIndexError.naming(path) {
      try IndexFile.checkReadable(path)
      var summary = UpgradeSummary(
        oldVersion: try version(of: Connection(path, .readOnly, patience: options.patience)),
        newVersion: IndexFormat.version)
      guard summary.isDone else { return summary }
      try IndexFile.checkWritable(path)
      // The others would keep the old file.
      if let names = FileStatus(path: path)?.names, names > 1 {
        throw ArticleIndexError.severalNames(path: path, names: names)
      }
      // Whoever holds the lock may have made another file of it.
      let lock = try WriterLock(indexPath: path, patience: options.patience)
      defer { lock.release() }
      let old = try OldIndex(path, patience: options.patience)
      summary.oldVersion = try version(of: old.connection)
      guard summary.isDone else { return summary }
      summary.articles = try replace(old, progress)
      summary.seconds = (ContinuousClock.now - start) / .seconds(1)
      return summary
    }
  }

  /// - Throws: ``ArticleIndexError`` for what is no index, and for a format newer than ours.
  private func version(of old: Connection) throws -> Int {
    let identity = try IndexIdentity(old)
    if identity.version > IndexFormat.version || !identity.isIndex {
      try identity.check(path: path)
    }
    return identity.version
  }

  private func replace(_ old: OldIndex, _ progress: (Int, Int) -> Void) throws -> Int {
    try old.leaveLog()
    let new = NewIndex(path + ".upgrade")
    do {
      try new.make(like: path)
      let articles = try build(new.path, from: old, progress)
      try new.takePlace(of: old)
      return articles
    } catch {
      new.remove()
      old.takeLogAgain()
      throw error
    }
  }

  private func build(
    _ newPath: String, from old: OldIndex, _ progress: (Int, Int) -> Void
  ) throws -> Int {
    let new = try ArticleIndex(path: newPath, access: .readWrite, keepsLog: false)
    let found: Int = try old.connection.value("SELECT count(*) FROM article") ?? 0
    let (articles, parted) = try new.write { database in
      try ArchiveCopy(of: path, into: database, options: options).run { progress($0, found) }
    }
    guard articles == found else {
      throw ArticleIndexError.other(
        path: path,
        message: "damaged: of \(found) articles \(articles) can be read; index the sources again "
          + "into a new file, or `wsearch salvage OLD NEW`, which brings back what is readable")
    }
    return articles + parted
  }
}
