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
      case .notADatabase: .notAnIndex(path: path)
      case .corrupt:
        .damaged(path: path, detail: Self.cut(path) ?? "its pages do not fit together")
      case _ where error.isDamage:
        .damaged(path: path, detail: Self.cut(path) ?? error.message)
      case .constraint, .mismatch: .damaged(path: path, detail: "what it holds contradicts itself")
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
    if error.isOfMovedFile { return "it was moved or removed meanwhile" }
    return error.systemCode == 0
      ? nil : SystemError(code: error.systemCode, path: error.path).description
  }

  private static func cut(_ path: String) -> String? {
    (try? Connection(path, .readOnly)).flatMap(IndexFile.cut)
  }
}
