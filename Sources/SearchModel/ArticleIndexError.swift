/// What can be wrong with an index, in words that name the remedy.
package enum ArticleIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  case missing(path: String)
  case notAnIndex(path: String)
  case otherVersion(path: String, found: Int, supported: Int)
  case damaged(path: String, detail: String)
  /// Another process is writing; `holder` names it.
  case busy(path: String, holder: String)
  case diskFull(path: String)
  case notWritable(path: String, reason: String)
  case other(path: String, message: String)

  package var description: String {
    switch self {
    case .missing(let path):
      "no index at \(path): make one with `wsearch index PATH…`"
    case .notAnIndex(let path):
      "\(path) is not a wsearch index: name another file with --index"
    case .otherVersion(let path, let found, let supported):
      "\(path) has index format \(found), this wsearch reads \(supported): "
        + (found > supported ? "update wsearch" : "run `wsearch upgrade --index \(path)`")
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)): run `wsearch check --repair --index \(path)`"
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
