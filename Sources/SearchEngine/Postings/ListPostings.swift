/// Postings held in memory: the reference source's.
package final class ListPostings: TermPostings {
  /// Ascending.
  private var rows: [Int64] = []
  /// Where each row's occurrences begin, and at last where they end.
  private var starts = [0]
  private var occurrences: [Occurrence] = []
  private var index = 0

  /// The postings of `entries` in any order; an occurrence given twice counts once.
  package init(_ entries: [(row: Int64, occurrence: Occurrence)]) {
    for entry in entries.sorted(by: { ($0.row, $0.occurrence) < ($1.row, $1.occurrence) }) {
      if rows.last != entry.row {
        rows.append(entry.row)
        starts.append(occurrences.count)
      } else if occurrences.last == entry.occurrence {
        continue
      }
      occurrences.append(entry.occurrence)
      starts[rows.count] = occurrences.count
    }
  }

  /// As many articles as a page may hold are taken for one.
  package func pageCount() -> Int { rows.count / 1000 + 1 }

  package func decode(into builder: inout PostingsBuilder) {
    for (index, row) in rows.enumerated() {
      builder.append(row: row, counts: ColumnCounts(list(at: index)))
    }
  }

  package func decode(among wanted: Rows, into builder: inout PostingsBuilder) {
    for row in wanted.lazy.map(Int64.init) where next(from: row) == row {
      builder.append(row: row, counts: ColumnCounts(list(at: index)))
    }
  }

  package func decode(keeping wanted: Rows, into builder: inout PostingsBuilder) {
    var sieve = RowSieve(wanted)
    for (index, row) in rows.enumerated() {
      let counts = ColumnCounts(list(at: index))
      if sieve.passes(row) {
        builder.append(row: row, counts: counts)
      } else {
        builder.pass(counts: counts)
      }
    }
  }

  package var walk: OccurrenceWalk { .list(Unmanaged.passUnretained(self)) }

  /// Passes every article below `row`; returns the first that is left, `Int64.max` at the end.
  func next(from row: Int64) -> Int64 {
    assert(index == 0 || rows[index - 1] < row, "asked for \(row) after a later row")
    while index < rows.count, rows[index] < row { index += 1 }
    return index < rows.count ? rows[index] : .max
  }

  /// Those in the article that ``next(from:)`` has given last.
  var occurrencesThere: ArraySlice<Occurrence> { list(at: index) }

  private func list(at index: Int) -> ArraySlice<Occurrence> {
    occurrences[starts[index]..<starts[index + 1]]
  }
}
