internal import IndexDefinition
internal import SearchModel

/// An error with what to type about it.
///
/// What goes wrong in an archive is said by those who know it; what the command line can do about
/// it, here alone.
struct AdvisedError: Error, CustomStringConvertible {
  let description: String

  /// Nil for an error that says all there is to say.
  init?(_ error: any Error) {
    let advice: String? =
      switch error {
      case let error as ArticleIndexError: error.advice
      case is SearchTimeout:
        "give it more with --timeout, narrow it, or count less with --facet none"
      default: nil
      }
    guard let advice else { return nil }
    description = "\(error): \(advice)"
  }
}

extension ArticleIndexError {
  fileprivate var advice: String? {
    switch self {
    case .missing: "make one with `wsearch index PATH…`"
    case .notAnIndex:
      "name another file with --index; what is readable of one whose header is damaged, "
        + "`wsearch salvage OLD NEW` brings back"
    case .otherVersion(let path, let found, let supported):
      found > supported ? "update wsearch" : "run `wsearch upgrade --index \(path)`"
    case .damaged(let path, _): "run `wsearch check --repair --index \(path)`"
    case .notWritable: "name another place with --index"
    case .notAFile, .notReadable: "name another file with --index"
    case .logLeftOut(let path, let log):
      "copy \(path) and \(log) together into a folder of yours, and name that copy with --index"
    case .logLeftBehind(let path, let log):
      "run `mv \(log) \(path)\(log.suffix(from: log.lastIndex(of: "-") ?? log.endIndex))`"
    case .severalNames: "make the others symbolic links, or copies by `wsearch snapshot`"
    case .busy, .diskFull, .tooLarge, .changedWhileRead, .alreadyThere, .other: nil
    }
  }
}

extension ReadingFailure {
  /// With what to type about it.
  var advised: String {
    switch remedy {
    case .nameBodyKey: "\(self); name the body's key with --field body=KEY"
    case .nameBodyColumn: "\(self); name the body's column with --field body=COLUMN"
    case nil: description
    }
  }
}
