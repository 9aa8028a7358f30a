/// Postings held in memory: the reference source's, and the union of a slot's several terms.
final class ListPostings: TermPostings {
  private(set) var rows: [Int64] = []
  private var occurrences: [[Occurrence]] = []
  private var index = 0

  /// The postings of `entries` in any order; an occurrence given twice counts once.
  init(_ entries: [(row: Int64, occurrence: Occurrence)]) {
    for entry in entries.sorted(by: { ($0.row, $0.occurrence) < ($1.row, $1.occurrence) }) {
      if rows.last != entry.row {
        rows.append(entry.row)
        occurrences.append([])
      }
      let last = occurrences.count - 1
      if occurrences[last].last != entry.occurrence { occurrences[last].append(entry.occurrence) }
    }
  }

  /// The union of several terms' postings, read to their ends.
  convenience init(union parts: [any TermPostings]) throws {
    var entries: [(row: Int64, occurrence: Occurrence)] = []
    for part in parts {
      try part.forEachArticle { row, list in
        for occurrence in list { entries.append((row, occurrence)) }
      }
    }
    self.init(entries)
  }

  /// As many articles as a page may hold are taken for one.
  func pageCount() -> Int { rows.count / 1000 + 1 }

  func decode(into builder: inout PostingsBuilder) {
    for (row, list) in zip(rows, occurrences) {
      builder.append(row: row, counts: ColumnCounts(list))
    }
  }

  func decode(among wanted: Rows, into builder: inout PostingsBuilder) {
    for (row, list) in zip(rows, occurrences) {
      let at = wanted.lowerBound(UInt32(truncatingIfNeeded: row))
      if at < wanted.count, Int64(wanted[at]) == row {
        builder.append(row: row, counts: ColumnCounts(list))
      }
    }
  }

  func forEachArticle(_ body: (Int64, [Occurrence]) throws -> Void) rethrows {
    for (row, list) in zip(rows, occurrences) { try body(row, list) }
  }

  func appendOccurrences(in row: Int64, to list: inout [Occurrence]) {
    while index < rows.count, rows[index] < row { index += 1 }
    if index < rows.count, rows[index] == row { list += occurrences[index] }
  }
}
