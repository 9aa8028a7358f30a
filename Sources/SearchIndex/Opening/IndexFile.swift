internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Who may read the files that are made: an archive's papers are its owner's unless shared.
package enum IndexSharing: Sendable {
  case owner, group

  /// The permission bits of every file that is made.
  var permissions: mode_t { self == .owner ? 0o600 : 0o640 }
}

/// What must hold of the file at an index's path before SQLite is let near it; says what SQLite would
/// put into words that help no one.
package enum IndexFile {
  /// What SQLite keeps beside a file.
  static let companions = ["-wal", "-shm"]

  /// The files that repairs kept beside an index in whose place they put another, with their logs.
  static func keptByRepairs(of path: String) -> [String] {
    let file = FilePath.resolved(path)
    let folder = FilePath.folder(of: file)
    let names = FileSystem.names(inFolder: folder) ?? []
    let kept = names.filter { $0.hasPrefix(FilePath.name(of: file) + ".damaged") }
    return kept.sorted().map { "\(folder)/\($0)" }
  }

  /// - Throws: ``ArticleIndexError`` unless there is a file that this process may read.
  static func checkReadable(_ path: String) throws {
    guard let status = try status(path) else { throw ArticleIndexError.missing(path: path) }
    try check(status.kind, path)
    if !FileSystem.isReadable(path) {
      throw ArticleIndexError.notReadable(path: path, reason: "no permission to read it")
    }
  }

  /// - Throws: ``ArticleIndexError`` unless this process may write the file that is there, or make it.
  static func checkWritable(_ path: String) throws {
    if let status = try status(path) { try check(status.kind, path) }
    let file = FilePath.resolved(path)
    let places = [FilePath.folder(of: file), file] + companions.map { file + $0 }
    for place in places where FileSystem.exists(place) && !FileSystem.isWritable(place) {
      throw ArticleIndexError.notWritable(
        path: path, reason: place == file ? "no permission" : "no permission to write \(place)")
    }
  }

  /// - Throws: ``ArticleIndexError`` unless nothing is at a path yet where a file may be made.
  static func checkFree(_ path: String) throws {
    if isAddress(path) { throw ArticleIndexError.notAFile(path: path, kind: "an address") }
    if FilePath.isTaken(path) { throw ArticleIndexError.alreadyThere(path: path) }
    let folder = FilePath.folder(of: path)
    guard FileSystem.isFolder(folder) else {
      throw ArticleIndexError.notWritable(path: path, reason: "there is no folder \(folder)")
    }
  }

  /// Makes the folder, and the file, empty, where there is none.
  static func make(_ path: String, for sharing: IndexSharing) throws {
    let folder = FilePath.folder(of: path)
    guard FileSystem.makeFolder(folder) else {
      throw ArticleIndexError.notWritable(
        path: path, reason: "the folder \(folder) cannot be made")
    }
    try checkWritable(path)
    if FileSystem.exists(path) { return }
    do throws(SystemError) {
      try FileSystem.makeFile(FilePath.resolved(path), permissions: sharing.permissions)
    } catch {
      // Another process may have been first.
      if error.code != EEXIST { throw ArticleIndexError(error, writing: path) }
    }
  }

  /// Gives what SQLite keeps beside a file the file's group, whose readers need it; SQLite gives the
  /// permissions alone.
  static func passGroupOn(_ path: String) {
    guard let group = FileStatus(path: path)?.group else { return }
    for place in companions.map({ FilePath.resolved(path) + $0 }) {
      guard let status = FileStatus(path: place), status.group != group else { continue }
      FileSystem.setGroup(place, group)
    }
  }

  /// Lets others read a file that is there, and what SQLite keeps beside it.
  static func share(_ path: String, with sharing: IndexSharing) throws {
    let file = FilePath.resolved(path)
    for place in [file] + companions.map({ file + $0 }) where FileSystem.exists(place) {
      do throws(SystemError) {
        try FileSystem.setPermissions(place, sharing.permissions)
      } catch {
        throw ArticleIndexError.notWritable(
          path: path, reason: "its permissions cannot be changed (\(error))")
      }
    }
  }

  /// How much is there of a file that is shorter than its first page says, in words; nil for any other.
  ///
  /// SQLite misses what is cut off the last page. While a log is taken in the first page is ahead of
  /// the file; when the log is empty, the file is as long as it will be.
  static func cut(_ connection: Connection) -> String? {
    guard let whole = connection.sizeInHeader, sizeIfShorter(connection.path, than: whole) != nil,
      !IndexLog(of: connection.path).holdsChanges,
      let size = sizeIfShorter(connection.path, than: whole)
    else { return nil }
    return "it was cut: of \(whole) bytes \(size) are there"
  }

  private static func sizeIfShorter(_ path: String, than whole: Int) -> Int? {
    FileSystem.size(path).flatMap { $0 < whole ? $0 : nil }
  }

  /// Nil where nothing is.
  private static func status(_ path: String) throws -> FileStatus? {
    if isAddress(path) { throw ArticleIndexError.notAFile(path: path, kind: "an address") }
    if let status = FileStatus(path: path) { return status }
    let error = SystemError.last(path)
    if [ENOENT, ENOTDIR].contains(error.code) { return nil }
    throw ArticleIndexError.notReadable(path: path, reason: error.description)
  }

  /// A folder called `http:` is nobody's wish.
  package static func isAddress(_ path: String) -> Bool {
    ["http:/", "https:/"].contains { path.lowercased().hasPrefix($0) }
      || path.firstRange(of: "://") != nil
  }

  /// A pipe would be waited for without an end.
  private static func check(_ kind: FileStatus.Kind, _ path: String) throws {
    if kind == .file { return }
    throw ArticleIndexError.notAFile(path: path, kind: "a \(kind.rawValue)")
  }
}

extension ArticleIndexError {
  /// What the system says when a file is made.
  init(_ error: SystemError, writing path: String) {
    self =
      switch error.code {
      case ENOSPC, EDQUOT: .diskFull(path: path)
      case EFBIG: .tooLarge(path: path)
      default: .notWritable(path: path, reason: error.description)
      }
  }
}
