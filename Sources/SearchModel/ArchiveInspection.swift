/// An archive that tells of itself.
package protocol ArchiveInspection: Sendable {
  /// Counts what it holds.
  func statistics() async throws -> IndexStatistics

  /// All that is wrong with it, and what could not be checked.
  ///
  /// - Parameters:
  ///   - repair: Builds anew what is derived from the articles, and marks what was mended.
  ///   - progress: Told in words what is being checked.
  func check(repair: Bool, _ progress: (String) -> Void) async throws -> CheckReport

  /// A token of its present state.
  ///
  /// Equal tokens of one opened archive: no one has changed it in between. After a change, or when it
  /// is opened again, the token is another.
  func state() async throws -> ArchiveState
}

/// A token that changes when an archive does: letters, digits and `-`.
package struct ArchiveState: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
