internal import OperatingSystem
internal import SearchModel

/// What an index file tells of itself; each call opens it anew.
final class EmbeddedInspection: ArchiveInspection {
  private let path: String
  private let patience: Duration
  private let threads: any TaskExecutor
  /// What names the file's states, from the first time that one is asked for.
  private let names = Guarded<(names: StateNames, opening: UInt64)?>(nil)

  init(path: String, patience: Duration, threads: any TaskExecutor) {
    self.path = path
    self.patience = patience
    self.threads = threads
  }

  func statistics() async throws -> IndexStatistics {
    try await threads.run { try open(.readOnly).statistics() }
  }

  func check(repair: Bool, _ progress: (String) -> Void) async throws -> CheckReport {
    try await threads.run {
      repair
        ? try IndexRepair(path: path).run(progress: progress)
        : try IndexCheck(index: open(.readOnly)).run(repair: false, progress: progress)
    }
  }

  func state() async throws -> ArchiveState {
    try await threads.run {
      let (names, opening) = try opened()
      // Nil while the file is locked whole: a state that no one can compare with.
      let state =
        try names.current().map(String.init) ?? "locked\(UInt64.random(in: .min ... .max))"
      return ArchiveState("\(String(opening, radix: 36))-\(state)")
    }
  }

  private func open(_ access: ArticleIndex.Access) throws -> ArticleIndex {
    try ArticleIndex(path: path, access: access, patience: patience)
  }

  /// The numbers of one opening mean nothing to another, hence a number for the opening itself.
  private func opened() throws -> (names: StateNames, opening: UInt64) {
    try names.withLock { known in
      if let known { return known }
      let new = (try StateNames(path: path, patience: patience), UInt64.random(in: .min ... .max))
      known = new
      return new
    }
  }
}
