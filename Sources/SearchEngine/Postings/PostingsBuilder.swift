internal import IndexDefinition

/// Gathers a query term's postings, variant after variant, and merges them by article.
package struct PostingsBuilder: ~Copyable {
  private let fields: FieldSet
  private let pool: PostingBufferPool?
  private var buffer: PostingBuffer
  private var occurrences = 0
  /// Articles that were counted only.
  private var passed = 0
  private var highestPassed: Float = 0
  private var weights: FrequencyWeights
  /// Where each variant's run begins; rows ascend within a run.
  private var runs: [Int] = []

  init(fields: FieldSet, from pool: PostingBufferPool? = nil) {
    self.fields = fields
    self.pool = pool
    buffer = PostingBuffer(from: pool)
    weights = FrequencyWeights(fields: fields, isTyped: true)
  }

  mutating func beginRun(isTyped: Bool) {
    if runs.last == buffer.count { runs.removeLast() }
    runs.append(buffer.count)
    weights = FrequencyWeights(fields: fields, isTyped: isTyped)
  }

  /// Adds an article with a term's occurrences in it; rows ascend within a run.
  package mutating func append(row: Int64, counts: ColumnCounts) {
    assert(follows(row), "row \(row) does not ascend")
    let frequency = weights.frequency(counts)
    guard frequency > 0 else { return }
    buffer.append(UInt32(truncatingIfNeeded: row), frequency)
    occurrences &+= weights.occurrences(counts)
  }

  /// Adds an article with a term's occurrences in its body, and none elsewhere.
  @inline(__always)
  mutating func append(row: Int64, inBody count: Int) {
    assert(follows(row), "row \(row) does not ascend")
    let frequency = weights.frequency(inBody: count)
    guard frequency > 0 else { return }
    buffer.append(UInt32(truncatingIfNeeded: row), frequency)
    occurrences &+= count
  }

  /// An id that is greater than the last one of the present run; what assertions ask.
  private func follows(_ row: Int64) -> Bool {
    let isFirst = buffer.count == runs.last ?? 0
    return Range.everyRow.contains(row) && (isFirst || Int64(buffer.rows[buffer.count - 1]) < row)
  }

  /// Counts an article that is not kept; there is but one run then.
  @inline(__always)
  package mutating func pass(counts: ColumnCounts) {
    assert(runs.count <= 1, "rows are passed in the only run")
    let frequency = weights.frequency(counts)
    passed &+= frequency > 0 ? 1 : 0
    highestPassed = max(highestPassed, frequency)
    occurrences &+= weights.occurrences(counts)
  }

  /// - Parameter count: How frequent the query term is, where that is known; nil: as was gathered.
  consuming func finish(of count: TermCounts.Count? = nil) -> Postings {
    if runs.last == buffer.count { runs.removeLast() }
    let isCounted = count == nil
    let occurrences = count?.occurrences ?? occurrences
    guard runs.count > 1 else {
      let articles = count?.articles ?? buffer.count + passed
      return Postings(
        buffer, articles: articles, occurrences: occurrences, isCounted: isCounted,
        highestElsewhere: highestPassed)
    }
    let merged = RunMerger(runs: runs, of: buffer).merged(into: PostingBuffer(from: pool))
    return Postings(
      merged, articles: count?.articles, occurrences: occurrences, isCounted: isCounted)
  }
}

/// Merges ascending runs of postings into one, adding up the frequencies of an article.
///
/// Goes window by window: each run adds its frequencies to a table by offset, and a set of bits
/// remembers which offsets were added to. So each posting is read once, however many runs there are.
struct RunMerger: ~Copyable {
  private let source: UnsafePointer<UInt32>
  private let frequencies: UnsafePointer<Float>
  /// The part of each run that is still to come.
  private var runs: [Range<Int>]
  private let sums: UnsafeMutablePointer<Float>
  private var touched = WindowSet()

  /// Borrows `buffer` for as long as the merger lives; `runs` are the places where runs begin.
  init(runs: [Int], of buffer: borrowing PostingBuffer) {
    assert(runs == runs.sorted() && runs.allSatisfy { $0 < buffer.count }, "runs are not empty")
    source = UnsafePointer(buffer.rows)
    frequencies = UnsafePointer(buffer.frequencies)
    self.runs = zip(runs, runs.dropFirst() + [buffer.count]).map { $0..<$1 }
    sums = .allocate(capacity: ColumnLayout.chunkSize)
    sums.initialize(repeating: 0, count: ColumnLayout.chunkSize)
  }

  deinit { sums.deallocate() }

  consuming func merged(into empty: consuming PostingBuffer) -> PostingBuffer {
    var result = empty
    while let window = nextWindow() {
      for run in runs.indices { runs[run] = add(runs[run], to: window) }
      runs.removeAll { $0.isEmpty }
      touched.forEach { offset in
        result.append(window << ColumnLayout.chunkShift | UInt32(offset), sums[offset])
        sums[offset] = 0
      }
      touched.removeAll()
    }
    return result
  }

  /// The lowest window that has postings left.
  private func nextWindow() -> UInt32? {
    var lowest: UInt32?
    for run in runs {
      lowest = min(lowest ?? .max, source[run.lowerBound] >> ColumnLayout.chunkShift)
    }
    return lowest
  }

  /// Adds what a run holds of the window; what it holds beyond is left.
  private mutating func add(_ run: Range<Int>, to window: UInt32) -> Range<Int> {
    var at = run.lowerBound
    while at < run.upperBound, source[at] >> ColumnLayout.chunkShift == window {
      let offset = Int(source[at]) & (ColumnLayout.chunkSize - 1)
      sums[offset] += frequencies[at]
      touched.insert(offset)
      at += 1
    }
    return at..<run.upperBound
  }
}
