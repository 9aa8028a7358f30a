internal import SQLite
internal import SearchModel

extension ArticleIndexError {
  /// Runs `body` and puts SQLite's errors into our words.
  static func naming<R>(_ path: String, _ body: () throws -> R) throws -> R {
    do { return try body() } catch let error as SQLiteError {
      throw ArticleIndexError(error, path: path)
    }
  }

  private init(_ error: SQLiteError, path: String) {
    self =
      switch error.code {
      case .notADatabase: .notAnIndex(path: path)
      case .corrupt: .damaged(path: path, detail: error.message)
      case .full: .diskFull(path: path)
      case .readOnly, .cannotOpen, .permission:
        .notWritable(path: path, reason: error.message)
      case .busy, .locked: .busy(path: path, holder: "another process")
      default: .other(path: path, message: error.message)
      }
  }
}
