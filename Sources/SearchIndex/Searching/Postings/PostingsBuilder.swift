internal import IndexDefinition

/// Gathers a leaf's postings, variant after variant, and merges them by article.
struct PostingsBuilder {
  private let fields: FieldSet
  private var gathered = Postings()
  /// Where each variant's run begins; rows ascend within a run.
  private var runs: [Int] = []
  private var isTyped = true

  init(fields: FieldSet) {
    self.fields = fields
  }

  mutating func beginRun(isTyped: Bool) {
    runs.append(gathered.rows.count)
    self.isTyped = isTyped
  }

  mutating func append(row: Int64, counts: ColumnCounts) {
    let counts = counts.restricted(to: fields)
    let count = Int(counts.title + counts.body + counts.bigrams)
    guard count > 0 else { return }
    gathered.rows.append(UInt32(truncatingIfNeeded: row))
    gathered.frequencies.append(BM25.frequency(counts, isTyped: isTyped))
    gathered.occurrences += count
  }

  consuming func finish() -> Postings {
    runs.count <= 1 ? gathered : merged()
  }

  /// Sums the runs in windows of articles, through a dense array and the set of those touched.
  private func merged() -> Postings {
    var result = Postings()
    result.occurrences = gathered.occurrences
    var cursors = runs
    let ends = Array(runs.dropFirst()) + [gathered.rows.count]
    var sums = [Float](repeating: 0, count: ColumnLayout.chunkSize)
    while let window = nextWindow(cursors, ends) {
      var touched = WindowSet()
      for run in cursors.indices {
        while cursors[run] < ends[run],
          gathered.rows[cursors[run]] >> ColumnLayout.chunkShift == window
        {
          let offset = Int(gathered.rows[cursors[run]]) & (ColumnLayout.chunkSize - 1)
          sums[offset] += gathered.frequencies[cursors[run]]
          touched.insert(offset)
          cursors[run] += 1
        }
      }
      touched.forEach { offset in
        result.rows.append(window << ColumnLayout.chunkShift | UInt32(offset))
        result.frequencies.append(sums[offset])
        sums[offset] = 0
      }
    }
    return result
  }

  private func nextWindow(_ cursors: [Int], _ ends: [Int]) -> UInt32? {
    zip(cursors, ends).lazy.filter { $0 < $1 }
      .map { gathered.rows[$0.0] >> ColumnLayout.chunkShift }.min()
  }
}
