internal import ArticleReading
internal import IndexDefinition
internal import OperatingSystem
internal import SearchModel

/// An open index file that is changed.
struct EmbeddedWriter: ArchiveWriter {
  let index: ArticleIndex
  let threads: any TaskExecutor

  func index(
    paths: [String], _ options: IndexingOptions, report: @escaping @Sendable (IndexingEvent) -> Void
  ) async throws -> RunSummary {
    try await threads.run {
      try IndexRun(index: index, options: options).run(paths: paths, report: report)
    }
  }

  func store(_ articles: [(Article, Tags)], as path: String) async throws -> RunSummary {
    try await threads.run { try run.store(articles, as: path) }
  }

  func remove(ids: [String]) async throws -> Int {
    try await threads.run { try run.remove(ids: ids).removed }
  }

  func remove(_ chosen: [ChosenArticle], erases: Bool) async throws -> RemovalSummary {
    try await threads.run { try run.remove(chosen, erases: erases) }
  }

  func move(_ old: String, to new: String) async throws -> MoveSummary {
    try await threads.run { try SourceMove(index: index).run(old, to: new) }
  }

  func make(_ rules: [PersonRule], skippingKnown: Bool) async throws -> RuleChange {
    try await threads.run { try corrections.make(rules, skippingKnown: skippingKnown) }
  }

  func undo(_ number: Int?) async throws -> RuleChange {
    try await threads.run { try corrections.undo(number) }
  }

  func optimize() async throws {
    try await threads.run { try run.optimize() }
  }

  func refresh() async throws {
    try await threads.run { try run.refresh() }
  }

  private var run: IndexRun { IndexRun(index: index, options: IndexingOptions()) }
  private var corrections: PersonCorrections { PersonCorrections(index: index) }
}
