internal import IndexDefinition

/// The index as one state of it shows it to one reader, with what queries have read of it so far.
///
/// Good for as long as no one changes the index; used by one query at a time. Several of one state
/// share their ``StateCache``.
package final class IndexState {
  /// Windows that are worth a core.
  private static let leastWindows = 2
  let index: any IndexSource
  let labels: EntityLabels
  /// Pages of postings that are worth another core.
  let pagesWorthACore: Int
  private let cache: StateCache
  /// That of the core which the query runs on.
  let reader: CoreReader
  private let others: [any OtherCore]
  /// Those used so far.
  private var otherReaders: [Int: CoreReader] = [:]

  /// - Parameters:
  ///   - cache: What other readers of this state have read; nil: none have.
  ///   - others: Ways to read for other cores.
  ///   - pagesWorthACore: Of some thirty thousand postings; to wake a core costs a tenth of what it
  ///     then saves.
  ///   - articlesBeforePacking: See ``PackedEntityStore``.
  package init(
    _ index: any IndexSource, cache: StateCache? = nil, others: [any OtherCore] = [],
    pagesWorthACore: Int = 48, articlesBeforePacking: Int? = nil
  ) {
    self.pagesWorthACore = pagesWorthACore
    self.index = index
    self.others = others
    let cache = cache ?? StateCache(of: index, articlesBeforePacking: articlesBeforePacking)
    self.cache = cache
    reader = CoreReader(index.core, columns: cache.columns)
    labels = EntityLabels(index, cache.labels)
  }

  var termCounts: TermCounts { cache.termCounts }
  var knownForms: KnownForms { cache.knownForms }
  var patterns: PatternStore { cache.patterns }
  var lengthFloors: LengthFloors { cache.lengthFloors }
  var packedEntities: PackedEntityStore { cache.packedEntities }
  var sources: SourceStore { cache.sources }
  private var columns: ColumnCache { cache.columns }

  var statistics: CorpusStatistics { index.statistics }
  var lastRow: Int64 { index.lastRow }
  var postings: any PostingSource { reader.postings }

  /// True once there was a first query: it is likely that there are many.
  var expectsMoreQueries: Bool { columns.keepsChunks }

  /// Keeps what is read from the second query on.
  package func expectMoreQueries() throws {
    columns.keepChunks()
    try reader.source.expectMoreQueries()
  }

  var knowsStems: Bool { cache.knowsStems }

  /// The stored count of stems, read by `reader` when first asked for.
  func stems(by reader: CoreReader) throws -> StemStatistics? {
    try cache.stems { try reader.source.stems() }
  }

  /// Runs `body` with the whole index as one section, or shared among as many cores as there are.
  ///
  /// - Parameter isLarge: Whether there is enough to do for several; asked last.
  func withSections<R>(isLarge: () throws -> Bool, _ body: ([Section]) throws -> R) throws -> R {
    let most = columns.windowCount / Self.leastWindows
    guard !others.isEmpty, most > 1, postings.segments != nil, try isLarge() else {
      return try body(sections(for: [reader]))
    }
    return try withReaders(others.indices.prefix(most - 1), [reader], body)
  }

  /// Takes in the other cores that show this state, one after the other.
  private func withReaders<R>(
    _ rest: Range<Int>, _ readers: [CoreReader], _ body: ([Section]) throws -> R
  ) throws -> R {
    guard let number = rest.first else { return try body(sections(for: readers)) }
    return try others[number].read { source in
      let another = try source.map { [try otherReader(number, $0)] }
      return try withReaders(rest.dropFirst(), readers + (another ?? []), body)
    }
  }

  private func otherReader(_ number: Int, _ source: any CoreSource) throws -> CoreReader {
    let reader = otherReaders[number] ?? CoreReader(source, columns: columns)
    otherReaders[number] = reader
    if expectsMoreQueries { try source.expectMoreQueries() }
    return reader
  }

  private func sections(for readers: [CoreReader]) -> [Section] {
    Section.sections(of: columns.windowCount, for: readers)
  }
}
