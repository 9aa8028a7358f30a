internal import ArticleReading
internal import OperatingSystem

/// What the paths of `wsearch index` ask for: files and folders, and lists of what failed before.
struct IndexWork {
  /// Without the lists; none: the archive's own.
  let paths: [String]
  /// All that is to be read where there is a list, absolute; nil: the paths.
  let again: [String]?

  init(_ given: [String]) {
    let lists = given.map { ($0, FailureList.files(inListAt: $0)) }
    paths = lists.filter { $0.1 == nil }.map(\.0)
    let files = lists.compactMap(\.1)
    again = files.isEmpty ? nil : files.flatMap { $0 } + paths.map(FilePath.resolved)
  }
}
