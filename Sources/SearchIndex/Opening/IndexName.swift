internal import OperatingSystem
internal import SearchModel

/// The one path by which all processes use an index file, whatever name of it they are given.
///
/// SQLite calls the log by the file's name, and we the lock: by two names (hard links, a file moved
/// while it is written) two writers would not know of each other. So writers note the path with the file
/// itself, and where the file has other names, all go by the path that is noted.
struct IndexName {
  private static let note = "user.wsearch.path"

  /// As given, symbolic links resolved.
  private let resolved: String
  private let given: String
  private let noted: String?

  init(_ path: String) {
    given = path
    resolved = FilePath.resolved(path)
    let noted = FileAttribute.path(Self.note, of: resolved)
    self.noted = noted == resolved ? nil : noted
  }

  /// The path to use: the one given, unless another name of the file is noted.
  ///
  /// - Throws: ``ArticleIndexError`` where the file was moved away from a log that holds changes, and
  ///   while it is written by its old name.
  func path() throws -> String {
    guard let noted else { return given }
    if let other = FileStatus(path: noted) {
      return other.identity == FileStatus(path: resolved)?.identity ? noted : given
    }
    if let holder = WriterLock.holder(ofIndexAt: noted) {
      throw ArticleIndexError.busy(path: given, holder: holder)
    }
    try IndexLog(of: noted).checkMoved(to: given)
    return given
  }

  /// Notes the path, for a writer to go by what is noted then.
  ///
  /// - Throws: ``ArticleIndexError``, also for a file with several names where none can be noted.
  func pathForWriting() throws -> String {
    let path = try path()
    guard path == given else { return path }
    // Of two writers the first one's path is noted; what is noted of a path that is gone is replaced.
    let isNoted = FileAttribute.note(
      Self.note, path: resolved, of: resolved, replacing: noted != nil)
    if isNoted { return path }
    let now = IndexName(given)
    if now.noted != nil { return try now.path() }
    let names = FileStatus(path: resolved)?.names ?? 1
    if names > 1, FileAttribute.path(Self.note, of: resolved) != resolved {
      throw ArticleIndexError.severalNames(path: given, names: names)
    }
    return path
  }
}

extension IndexLog {
  /// - Throws: ``ArticleIndexError`` where this log was left behind by a file that is at `place` now.
  func checkMoved(to place: String) throws {
    guard let path else { return }
    throw ArticleIndexError.logLeftBehind(path: place, log: path)
  }
}
