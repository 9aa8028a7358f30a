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
  /// No file may grow as large as this one must: a limit of the system's.
  case tooLarge(path: String)
  /// There is something else than a file: `kind`, such as `a named pipe`.
  case notAFile(path: String, kind: String)
  /// Something has the name that a new file was to have.
  case alreadyThere(path: String)
  /// The system does not let this process read it.
  case notReadable(path: String, reason: String)
  /// A log beside the file holds changes that the file lacks, and this process cannot take them in.
  case logLeftOut(path: String, log: String)
  /// The file was moved away from its log, which holds changes that the file lacks.
  case logLeftBehind(path: String, log: String)
  /// The file was changed while it was read where nothing could be locked.
  case changedWhileRead(path: String)
  /// The file has several names (hard links), by which writers would not know of each other.
  case severalNames(path: String, names: Int)
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
    case .tooLarge(let path):
      "no file may grow as large as \(path) must (ulimit -f): raise the limit and run the same "
        + "command again"
    case .notAFile(let path, let kind):
      "\(path) is \(kind), not a file"
    case .alreadyThere(let path):
      "\(path) is there already: name a file that is not"
    case .notReadable(let path, let reason):
      "cannot read \(path): \(reason)"
    case .logLeftOut(let path, let log):
      "\(log) holds changes that are not in \(path) yet, and here they cannot be taken in"
    case .logLeftBehind(let path, let log):
      "\(path) was moved, but \(log), which holds changes of it, was not"
    case .changedWhileRead(let path):
      "\(path) was changed while it was read from where it cannot be locked: run the same command "
        + "again"
    case .severalNames(let path, let names):
      "\(path) is one of \(names) names of a file (hard links), and only one may be written"
    case .notWritable(let path, let reason):
      "cannot write \(path): \(reason)"
    case .other(let path, let message):
      "\(path): \(message)"
    }
  }
}
