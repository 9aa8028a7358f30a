package import ArticleReading
package import IndexDefinition
internal import OperatingSystem
internal import SQLite
package import SearchModel

/// One run of `wsearch index`: walks, reads, tags in parallel, and stores through the one writer.
package struct IndexRun: Sendable {
  package struct Options: Sendable {
    package var reading = ReadingOptions()
    package var prune = false
    package var keepsDuplicates = false
    /// Parallel readers and taggers; nil: one a core.
    package var jobs: Int?
    /// Bytes of articles in flight and of SQLite's cache.
    package var memory = 256 << 20
    /// How long to wait for another writer before giving up.
    package var patience: Duration = .seconds(10)

    package init() {}

    /// Bytes of text that one transaction stores.
    var batchBytes: Int { max(memory / 16, 1 << 18) }
    /// Bytes of postings that FTS5 gathers before it writes them.
    var postingBytes: Int { max(memory / 8, 1 << 20) }
    /// Bytes of articles between reading and writing.
    var windowBytes: Int { max(memory / 16, 1 << 20) }
    /// Kilobytes of SQLite's page cache.
    var cacheKilobytes: Int { max(memory / 4, 2 << 20) >> 10 }
    /// Terms whose stems are remembered; some 16 bytes each.
    var knownTerms: Int { max(memory / 64, 1 << 16) }
  }

  /// What a run tells while it goes on; called from the writer's thread, a few times a second.
  package enum Event: Sendable {
    case failure(ReadingFailure)
    case warning(String)
    /// So far, with the bytes of all files found by the walk where that is known.
    case progress(RunSummary, bytesDone: Int, bytesTotal: Int?)
  }

  package let index: ArticleIndex
  package let options: Options

  package init(index: ArticleIndex, options: Options) {
    self.index = index
    self.options = options
  }

  /// Indexes `paths`; none: the index's own roots again, and in a new index the current folder.
  ///
  /// - Throws: ``ArticleIndexError`` when the index itself cannot go on (busy, full disk, damage).
  ///   Files that cannot be read are reported as events and counted.
  package func run(
    paths: [String], report: @escaping @Sendable (Event) -> Void
  ) throws -> RunSummary {
    let reader = ArticleReader(options: options.reading)
    let resources = PreparerResources(reader: reader, knownTerms: options.knownTerms)
    return try write(resources, report) { writer, database in
      let paths = try remember(paths, database)
      let progress = RunProgress(measuring: paths, report: report)
      let source = PathReader(
        paths: paths, reader: reader,
        index: try ArticleIndex(path: index.path, access: .readOnly), prune: options.prune)
      try OrderedPipeline<[ReadTask], ArticlePreparer.Output>(window: options.windowBytes).run(
        workers: options.jobs ?? Environment.coreCount,
        produce: { try source.run($0) },
        transform: { ArticlePreparer(resources).prepare },
        consume: { output in
          try writer.take(output)
          progress.tell(writer.summary, bytesDone: writer.bytesDone)
        })
      if options.prune { try writer.pruneFiles() }
    }
  }

  /// Stores articles that are already read and tagged, as the contents of `path`.
  @discardableResult
  package func store(_ articles: [(Article, Tags)], as path: String = "-") throws -> RunSummary {
    let resources = PreparerResources(reader: ArticleReader(), knownTerms: options.knownTerms)
    return try write(resources, { _ in }) { writer, _ in
      let preparer = ArticlePreparer(resources)
      try writer.take(
        preparer.output(
          articles, of: SourceFile(path: path, absolutePath: path, size: 0, modified: 0)))
    }
  }

  /// Notes the paths as roots and returns those to walk.
  private func remember(_ paths: [String], _ database: Connection) throws -> [String] {
    let roots = RootTable(database: database)
    let known = try roots.paths()
    if options.prune { try roots.prune() }
    if paths.isEmpty, !known.isEmpty { return options.prune ? try roots.paths() : known }
    let paths = paths.isEmpty ? ["."] : paths
    try roots.remember(paths)
    return paths
  }

  /// Runs `body` as the one writer, then leaves the index at its best for readers.
  private func write(
    _ resources: PreparerResources, _ report: @escaping @Sendable (Event) -> Void,
    _ body: (ArticleWriter, Connection) throws -> Void
  ) throws -> RunSummary {
    let start = ContinuousClock.now
    let lock = try WriterLock(indexPath: index.path, patience: options.patience)
    defer { lock.release() }
    return try index.write { database in
      let writer = try ArticleWriter(
        database, options: options, preparer: ArticlePreparer(resources), report: report)
      do {
        try body(writer, database)
        try writer.commit()
        try writer.finish()
      } catch {
        writer.rollback()
        throw error
      }
      var summary = writer.summary
      summary.seconds = (ContinuousClock.now - start) / .seconds(1)
      return summary
    }
  }
}
