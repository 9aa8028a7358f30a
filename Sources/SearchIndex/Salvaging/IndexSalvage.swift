internal import IndexDefinition
internal import OperatingSystem
internal import SQLite
package import SearchModel

/// Reads out of a damaged index what is readable, and makes a sound one of it.
///
/// The old file is only read, page by page and without SQLite, so that it may be damaged anywhere.
/// Articles, duplicates, files, roots and rules keep their ids; all else is worked out again.
package struct IndexSalvage: Sendable {
  private let oldPath: String
  private let newPath: String
  private let options: IndexingOptions

  /// - Parameter newPath: Of a file that is not there yet.
  package init(from oldPath: String, to newPath: String, options: IndexingOptions = .init()) {
    self.oldPath = oldPath
    self.newPath = newPath
    self.options = options
  }

  /// - Parameter progress: Told the articles done and those to do, every megabyte or so of text.
  /// - Throws: ``ArticleIndexError``, also where nothing of an index can be found. No new file is
  ///   left then.
  package func run(progress: (_ done: Int, _ all: Int) -> Void) throws -> SalvageSummary {
    let start = ContinuousClock.now
    return try ArticleIndexError.naming(newPath) {
      try IndexFile.checkReadable(oldPath)
      try IndexFile.checkFree(newPath)
      var summary = try build(NewIndex(newPath), progress)
      summary.seconds = (ContinuousClock.now - start) / .seconds(1)
      return summary
    }
  }

  /// The new file is for the same people as the old one.
  private func build(
    _ new: NewIndex, _ progress: (Int, Int) -> Void
  ) throws -> SalvageSummary {
    let truth = NewIndex(newPath + ".salvaged")
    defer { truth.remove() }
    do {
      for file in [new, truth] { try file.make(like: oldPath) }
      let summary = try gather(into: truth.path)
      try copy(truth.path) { progress($0, summary.articles) }
      return summary
    } catch {
      new.remove()
      throw error
    }
  }

  /// - Throws: ``ArticleIndexError/notAnIndex(path:)`` where nothing is found.
  private func gather(into path: String) throws -> SalvageSummary {
    let store = try TruthStore(path)
    try TruthRows(file: RawFile(oldPath)).forEach(store.take)
    let summary = try store.finish()
    guard summary.articles + summary.files > 0 else {
      throw ArticleIndexError.notAnIndex(path: oldPath)
    }
    return summary
  }

  private func copy(_ truth: String, _ progress: (Int) -> Void) throws {
    let index = try ArticleIndex(path: newPath, access: .readWrite, keepsLog: false)
    let lock = try WriterLock(indexPath: newPath, patience: options.patience)
    defer { lock.release() }
    try index.write { database in
      _ = try ArchiveCopy(of: truth, into: database, options: options).run(progress)
    }
  }
}
