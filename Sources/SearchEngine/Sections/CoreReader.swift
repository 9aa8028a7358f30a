internal import IndexDefinition

/// What one core reads the index with, and memory that is its own.
///
/// Lives no longer than its source; used by one core at a time.
final class CoreReader {
  let source: any CoreSource
  let columns: ColumnLoader
  let bufferPool = PostingBufferPool()
  /// Memory for the articles that facets count, of queries that have ended.
  private var spareRows: [CountedRows] = []
  private var counters: [EntityCount: EntityCounter] = [:]
  private var packedCounters: [EntityCount: PackedEntityCounter] = [:]
  private lazy var dates = DateCounter()

  init(_ source: any CoreSource, columns: ColumnCache) {
    self.source = source
    self.columns = ColumnLoader(source.chunks, for: columns)
  }

  var postings: any PostingSource { source.postings }

  /// Makes the calling thread the one that reads.
  func claim() { source.claim() }

  /// Empty lists; to be given back.
  func takeRows() -> CountedRows { spareRows.popLast() ?? CountedRows() }

  func give(_ rows: CountedRows) { spareRows.append(rows) }

  /// An empty counter, good until the next is asked for.
  func dateCounter() -> DateCounter {
    dates.reset()
    return dates
  }

  /// A counter over packed entities, good until the next is asked for.
  func packedCounter(of count: EntityCount, _ entities: PackedEntities) -> PackedEntityCounter {
    if let known = packedCounters[count], known.packed === entities { return known }
    let made = PackedEntityCounter(entities)
    packedCounters[count] = made
    return made
  }

  /// An empty counter of entities with ids up to `highest`, good until the next is asked for.
  func counter(of count: EntityCount, highest: Int) -> EntityCounter {
    let counter = counters[count] ?? EntityCounter(count.column, highest: highest)
    assert(counter.highest == highest, "a reader reads one state")
    counters[count] = counter
    counter.reset()
    return counter
  }
}

/// Windows that follow one another, evaluated by one core.
struct Section {
  let windows: Range<UInt32>
  let reader: CoreReader
  /// The articles of the windows; the last section's have no end.
  let rows: Range<Int64>

  /// Every article, for `readers` in turn, as evenly as windows can be shared.
  static func sections(of windowCount: Int, for readers: [CoreReader]) -> [Section] {
    assert(!readers.isEmpty && windowCount >= readers.count, "a window each at least")
    return readers.enumerated().map { number, reader in
      let start = UInt32(windowCount * number / readers.count)
      let end = UInt32(windowCount * (number + 1) / readers.count)
      let isLast = number + 1 == readers.count
      let firstRow = Int64(start) << ColumnLayout.chunkShift
      return Section(
        windows: start..<end, reader: reader,
        rows:
          firstRow..<(isLast ? Range.everyRow.upperBound : Int64(end) << ColumnLayout.chunkShift))
    }
  }
}
