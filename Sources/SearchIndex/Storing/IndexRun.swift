package import ArticleReading
package import IndexDefinition
internal import Tagging

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
  }

  /// What a run did; `bytes` is text read, `failed` counts files and parts that were not read.
  package struct Summary: Sendable, Equatable {
    package var indexed = 0
    package var updated = 0
    package var unchanged = 0
    package var duplicates = 0
    package var removed = 0
    package var failed = 0
    package var bytes = 0
    package var seconds = 0.0

    package init() {}
  }

  /// What a run tells while it goes on; called from the writer's thread, a few times a second.
  package enum Event: Sendable {
    case failure(ReadingFailure)
    case warning(String)
    /// So far, with the bytes of all files found by the walk where that is known.
    case progress(Summary, bytesDone: Int, bytesTotal: Int?)
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
  ) throws -> Summary {
    let tagger = Tagger()
    return try write(report) { writer in
      let reader = ArticleReader(options: options.reading)
      let fail = { (failure: ReadingFailure) in report(.failure(failure)) }
      try FileWalker().walk(paths, fail: fail) { file in
        try writer.take(.begin(file))
        try reader.read(file) { event in
          switch event {
          case .article(let article):
            try writer.take(.article(PreparedArticle(article, tags: tagger.tags(of: article))))
          case .failure(let failure):
            report(.failure(failure))
            try writer.take(.failure(failure))
          }
        }
        try writer.take(.end)
      }
    }
  }

  /// Stores articles that are already read and tagged, as the contents of `path`.
  @discardableResult
  package func store(_ articles: [(Article, Tags)], as path: String = "-") throws -> Summary {
    try write({ _ in }) { writer in
      try writer.take(
        .begin(SourceFile(path: path, absolutePath: path, size: 0, modified: 0)))
      for (article, tags) in articles {
        try writer.take(.article(PreparedArticle(article, tags: tags)))
      }
      try writer.take(.end)
    }
  }

  /// Holds the writer's lock around `body`.
  private func write(
    _ report: @escaping @Sendable (Event) -> Void, _ body: (ArticleWriter) throws -> Void
  ) throws -> Summary {
    let start = ContinuousClock.now
    let lock = try WriterLock(indexPath: index.path, patience: options.patience)
    defer { lock.release() }
    return try index.write { database in
      let writer = try ArticleWriter(database, options: options)
      do {
        try body(writer)
        try writer.commit()
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
