internal import OperatingSystem
package import SearchModel

/// An archive in one SQLite file on this machine.
package struct EmbeddedArchive: Archive {
  /// What answers questions.
  package enum Readers: Sendable {
    /// One question at a time, each on so many cores as it is worth.
    case oneOnCores(Int)
    /// Many at once, each on one core; nil: as ``ReaderPool`` has it.
    case many(Int?)
  }

  private let path: String
  private let readers: Readers
  private let patience: Duration
  private let sharing: IndexSharing
  private let threads: any TaskExecutor

  /// - Parameters:
  ///   - patience: How long a reader waits for a lock.
  ///   - sharing: Who may read what a writer makes.
  ///   - threads: What waits for the file; never Swift's own pool.
  package init(
    path: String, readers: Readers = .many(nil), patience: Duration = .seconds(5),
    sharing: IndexSharing = .owner, threads: any TaskExecutor
  ) {
    self.path = path
    self.readers = readers
    self.patience = patience
    self.sharing = sharing
    self.threads = threads
  }

  package func backend() async throws -> any SearchBackend {
    try await threads.run {
      let index = try ArticleIndex(path: path, access: .readOnly, cores: cores, patience: patience)
      return EmbeddedBackend(index: index, answers: try answers(over: index), threads: threads)
    }
  }

  package func writer(making: Bool) async throws -> any ArchiveWriter {
    try await threads.run {
      // A file that is no index is told before a writer's settings touch it.
      if !making { _ = try ArticleIndex(path: path, access: .readOnly, patience: patience) }
      let index = try ArticleIndex(
        path: path, access: .readWrite, patience: patience, sharing: sharing)
      return EmbeddedWriter(index: index, threads: threads)
    }
  }

  package var inspection: any ArchiveInspection {
    EmbeddedInspection(path: path, patience: patience, threads: threads)
  }

  private var cores: Int {
    if case .oneOnCores(let cores) = readers { cores } else { 1 }
  }

  private func answers(over index: ArticleIndex) throws -> any AnswerSource {
    switch readers {
    case .oneOnCores: Searcher(index)
    case .many(let count): try ReaderPool(path: path, readers: count, patience: patience)
    }
  }
}
