/// What can be wrong with an index, in words that name the place; what to do about it depends on who
/// asks.
public enum ArticleIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file.
  case missing(path: String)
  /// The file is something else.
  case notAnIndex(path: String)
  /// The file's format is older or newer than this program's.
  case otherVersion(path: String, found: Int, supported: Int)
  /// The file holds what no writer leaves behind.
  case damaged(path: String, detail: String)
  /// Another process is writing; `holder` names it.
  case busy(path: String, holder: String)
  /// No room to write. What was stored before is whole.
  case diskFull(path: String)
  /// The system does not let this process write there.
  case notWritable(path: String, reason: String)
  /// Anything else, in SQLite's or the system's words.
  case other(path: String, message: String)

  /// What is wrong and what to do, in a sentence.
  public var description: String {
    switch self {
    case .missing(let path):
      "no index at \(path)"
    case .notAnIndex(let path):
      "\(path) is not a wsearch index"
    case .otherVersion(let path, let found, let supported):
      "\(path) has index format \(found), this wsearch reads \(supported)"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail))"
    case .busy(let path, let holder):
      "\(path) is being written by \(holder): try again when it has ended"
    case .diskFull(let path):
      "no space left for \(path): free some and run the same command again"
    case .notWritable(let path, let reason):
      "cannot write \(path): \(reason)"
    case .other(let path, let message):
      "\(path): \(message)"
    }
  }
}
