internal import SQLite
package import SearchModel

/// Verifies an index and, when asked, rebuilds what is derived.
///
/// The checks go from the ground up: the file, the rows, full text, and last what is derived from
/// those; a repair of one is there when the next is checked.
package struct IndexCheck: Sendable {
  package let index: ArticleIndex

  package init(index: ArticleIndex) {
    self.index = index
  }

  /// All that is wrong, and what could not be checked.
  ///
  /// With `repair`, builds what is derived from the articles anew in the file itself, where the file
  /// allows it, and marks what it mended; the index must then be open for writing, and no one else may
  /// be writing it.
  ///
  /// - Parameter progress: told in words what is being checked.
  /// - Throws: ``ArticleIndexError`` when it cannot be checked at all.
  package func run(repair: Bool, progress: (String) -> Void) throws -> CheckReport {
    guard repair else { return try outcome(repair: false, progress).report }
    let lock = try WriterLock(indexPath: index.path, patience: .seconds(10))
    defer { lock.release() }
    return try outcome(repair: true, progress).report
  }

  /// As ``run(repair:progress:)``, for who has the writer's lock.
  func outcome(repair: Bool, _ progress: (String) -> Void) throws -> CheckOutcome {
    try withoutActuallyEscaping(progress) {
      try CheckCourse(index: index, progress: $0).outcome(repair: repair)
    }
  }
}
