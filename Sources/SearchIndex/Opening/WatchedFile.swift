internal import OperatingSystem
internal import SearchModel

/// The file of an index that is read: what must hold of it for an answer to count.
///
/// Bytes that are gone read as zeros, and SQLite takes them for content: a file that was cut while it
/// was read is told by its size. Where this process can make nothing beside the file it is read without
/// locks and without a look for a log (SQLite's `immutable`): then a log with changes must not be there,
/// and a writer that comes is told by the file's size and time alone.
struct WatchedFile: Sendable {
  let isLocked: Bool
  private let path: String
  /// What the file must stay where nothing is locked.
  private let seen: Seen?

  private struct Seen: Equatable {
    var identity: FileStatus.Identity
    var size: Int
    var modified: Int

    init?(_ path: String) {
      guard let status = FileStatus(path: path) else { return nil }
      (identity, size, modified) = (status.identity, status.size, status.modified)
    }
  }

  /// A file that is read under SQLite's locks.
  init(locked path: String) {
    (self.path, isLocked, seen) = (path, true, nil)
  }

  /// - Throws: ``ArticleIndexError/logLeftOut(path:log:)`` where a log holds what the file does not.
  init(unlocked path: String) throws {
    (self.path, isLocked, seen) = (path, false, Seen(path))
    try IndexLog(of: path).checkEmpty()
  }

  /// Runs `body`, which reads; what it gives counts only if the file is what it was.
  ///
  /// An error of `body` may come of what was done to the file: then that is the error.
  ///
  /// - Throws: also ``ArticleIndexError/changedWhileRead(path:)``, and
  ///   ``ArticleIndexError/damaged(path:detail:)`` for a file that was cut.
  func holding<R>(_ body: () throws -> R) throws -> R {
    try checkUnchanged()
    let before = Seen(path)
    let result = Result { try body() }
    try checkUnchanged()
    if let before, let after = Seen(path), after.identity == before.identity,
      after.size < before.size
    {
      throw ArticleIndexError.damaged(path: path, detail: "it was cut while it was read")
    }
    return try result.get()
  }

  private func checkUnchanged() throws {
    guard isLocked || Seen(path) == seen && !IndexLog(of: path).holdsChanges else {
      throw ArticleIndexError.changedWhileRead(path: path)
    }
  }
}
