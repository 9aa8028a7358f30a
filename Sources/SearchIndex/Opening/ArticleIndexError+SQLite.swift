internal import FTS5Segments
internal import OperatingSystem
internal import SQLite
internal import SearchModel

extension ArticleIndexError {
  /// Runs `body` and puts the errors of SQLite and of the records that we read ourselves into words
  /// that name the file.
  static func naming<R>(_ path: String, _ body: () throws -> R) throws -> R {
    do { return try body() } catch let error as SQLiteError {
      throw ArticleIndexError(error, path: path)
    } catch let error as SegmentError {
      throw ArticleIndexError.damaged(path: path, detail: error.description)
    }
  }

  init(_ error: SQLiteError, path: String) {
    self =
      switch error.code {
      case _ where error.isDamage:
        .damaged(path: path, detail: Self.cut(path) ?? error.message)
      case .notADatabase: .notAnIndex(path: path)
      // Our statements are right for every sound file of this format.
      case .error: .damaged(path: path, detail: Self.cut(path) ?? "a part of it is missing")
      case .full: .diskFull(path: path)
      case .readOnly, .cannotOpen, .permission:
        .notWritable(path: path, reason: Self.words(error) ?? error.message)
      case .busy, .locked: .busy(path: path, holder: "another process")
      case .inputOutput: Self.ofDisk(error, path)
      default: .other(path: path, message: error.message)
      }
  }

  private static func ofDisk(_ error: SQLiteError, _ path: String) -> ArticleIndexError {
    if let cut = cut(path) { return .damaged(path: path, detail: cut) }
    if error.endsTooSoon { return .damaged(path: path, detail: "it ends too soon") }
    // SQLite does not always remember which error it was.
    if error.isOfWriting, Environment.largestFile != nil { return .tooLarge(path: path) }
    guard error.systemCode != 0 else {
      return .other(path: path, message: "the disk cannot be read or written")
    }
    let system = SystemError(code: error.systemCode, path: path)
    return switch error.systemCode {
    case ENOSPC, EDQUOT, EFBIG: ArticleIndexError(system, writing: path)
    default: .other(path: path, message: "the disk cannot be read or written (\(system))")
    }
  }

  private static func words(_ error: SQLiteError) -> String? {
    error.systemCode == 0
      ? nil : SystemError(code: error.systemCode, path: error.path).description
  }

  /// How much is there of a file that is shorter than its first page says; nil for any other.
  private static func cut(_ path: String) -> String? {
    guard let whole = (try? Connection(path, .readOnly))?.sizeInHeader,
      let size = FileSystem.size(path), size < whole, !IndexLog(of: path).holdsChanges
    else { return nil }
    return "it was cut: of \(whole) bytes \(size) are there"
  }
}
