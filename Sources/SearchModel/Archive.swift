/// An archive: a place where articles are kept, with the doors to it.
///
/// Which kind of archive stands behind it is decided once, where it is opened.
package protocol Archive: Sendable {
  /// Opens it for questions.
  ///
  /// - Throws: ``ArticleIndexError``, also where there is none.
  func backend() async throws -> any SearchBackend

  /// Opens it for changes.
  ///
  /// - Parameter making: whether it is made where there is none; else that is an error.
  /// - Throws: ``ArticleIndexError``.
  func writer(making: Bool) async throws -> any ArchiveWriter

  /// What tells of it; each call opens it anew.
  var inspection: any ArchiveInspection { get }
}
