package import ArticleModel
internal import ArticleReading
internal import OperatingSystem
internal import SQLite
package import SearchModel

/// One run of `wsearch index`: walks, reads, tags in parallel, and stores through the one writer.
package struct IndexRun: Sendable {
  package let index: ArticleIndex
  package let options: IndexingOptions

  package init(index: ArticleIndex, options: IndexingOptions) {
    self.index = index
    self.options = options
  }

  /// Indexes `paths`; none: the index's own roots again, and in a new index the current folder.
  ///
  /// - Throws: ``ArticleIndexError`` when the index itself cannot go on (busy, full disk, damage).
  ///   Files that cannot be read are reported as events and counted.
  package func run(
    paths: [String], report: @escaping @Sendable (IndexingEvent) -> Void
  ) throws -> RunSummary {
    let reader = ArticleReader(
      options: ReadingOptions(
        format: options.format, fieldNames: options.fieldNames,
        dateOrder: options.dateOrder.flatMap(DateOrder.init(rawValue:)), encoding: options.encoding)
    )
    let resources = PreparerResources(reader: reader, knownTerms: options.knownTerms)
    return try write(resources, report) { writer, database in
      let paths = try remember(withChosen(paths, database), database)
      let progress = RunProgress(measuring: paths, report: report)
      let source = PathReader(
        paths: paths, reader: reader,
        index: try ArticleIndex(path: index.path, access: .readOnly), options: options)
      try OrderedPipeline<[ReadStep<Article>], ArticlePreparer.Output>(window: options.windowBytes)
        .run(
          workers: options.jobs ?? Environment.coreCount,
          produce: { try source.run($0) },
          transform: { ArticlePreparer(resources).prepare },
          consume: { output in
            try writer.take(output)
            progress.tell(writer.summary, bytesDone: writer.bytesDone)
          })
      try writer.takeWaiting()
      try writer.removeWithdrawn()
      if options.prune { try writer.pruneFiles() } else { try writer.tellGone(below: paths) }
    }
  }

  /// Stores articles that are already read and tagged, as the contents of `path`.
  @discardableResult
  package func store(_ articles: [(Article, Tags)], as path: String = "-") throws -> RunSummary {
    let resources = PreparerResources(reader: ArticleReader(), knownTerms: options.knownTerms)
    return try write(resources) { writer, _ in
      let preparer = ArticlePreparer(resources)
      try writer.take(
        preparer.output(
          articles, of: SourceFile(path: path, absolutePath: path, name: path, size: 0, modified: 0)
        ))
    }
  }

  /// Takes articles and duplicates out by their ids.
  ///
  /// They come back when their file has changed and is read again.
  package func remove(ids: [String]) throws -> RunSummary {
    try write(PreparerResources(reader: ArticleReader(), knownTerms: options.knownTerms)) {
      writer, _ in try writer.remove(ids: ids)
    }
  }

  /// Takes articles out for good, each with all places of its text: later runs leave them out.
  ///
  /// - Parameter erases: Whether nothing that was ever taken out is left in any file of the index.
  package func remove(_ chosen: [ChosenArticle], erases: Bool) throws -> RemovalSummary {
    var removal = RemovalSummary()
    let resources = PreparerResources(reader: ArticleReader(), knownTerms: options.knownTerms)
    _ = try write(resources, closing: { if erases { try IndexErasure(database: $0).run() } }) {
      writer, _ in removal = try writer.removeForGood(chosen)
    }
    removal.isErased = erases
    if erases { removal.olderFiles = IndexFile.keptByRepairs(of: index.path) }
    return removal
  }

  /// Leaves the index at its best for readers.
  package func refresh() throws {
    _ = try remove(ids: [])
  }

  /// Merges all segments of the full text into one, the fastest state to search.
  package func optimize() throws {
    _ = try write(PreparerResources(reader: ArticleReader(), knownTerms: options.knownTerms)) {
      writer, _ in writer.mergesAll = true
    }
  }

  /// The paths, or the roots, and what is to be walked and lies below none of them.
  private func withChosen(_ paths: [String], _ database: Connection) throws -> [String] {
    guard let only = options.only else { return paths }
    let walked = try paths.isEmpty ? RootTable(database: database).paths() : paths
    let roots = walked.map(FilePath.resolved)
    return walked + only.filter { path in !roots.contains { RootTable.holds($0, path) } }
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
    _ resources: PreparerResources,
    _ report: @escaping @Sendable (IndexingEvent) -> Void = { _ in },
    closing: (Connection) throws -> Void = { _ in },
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
        try writer.finish()
        try closing(database)
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

extension IndexingOptions {
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
  /// Entities whose ids are remembered; some 100 bytes each.
  var knownEntities: Int { max(memory / 1024, 1 << 12) }

  /// Sets the writer's connection for a run.
  func set(_ database: Connection) throws {
    try database.setCache(kilobytes: cacheKilobytes)
    try FullTextIndex(database: database).gather(bytes: postingBytes)
  }
}

/// What leaves an index at its best for readers, after the last batch.
struct IndexUpkeep {
  let database: Connection

  /// - Parameter mergesAll: Merges the full text into one segment; else the newest segments alone,
  ///   and only where they are many.
  func run(mergesAll: Bool) throws {
    if mergesAll {
      try FullTextIndex(database: database).mergeAll()
    } else {
      try SegmentUpkeep(database: database).run()
    }
    try database.execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
