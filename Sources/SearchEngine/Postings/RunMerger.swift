internal import IndexDefinition

/// Merges ascending runs of postings into one, summing the frequencies of an article.
///
/// Goes in windows of articles, through a table of sums and the set of those touched: the cost is
/// that of reading each posting once, however many runs there are.
struct RunMerger: ~Copyable {
  private let source: UnsafePointer<UInt32>
  private let frequencies: UnsafePointer<Float>
  /// The part of each run that is still to come.
  private var runs: [Range<Int>]
  private let sums: UnsafeMutablePointer<Float>
  private var touched = WindowSet()

  /// Borrows `buffer` for as long as the merger lives; `runs` are the places where runs begin.
  init(runs: [Int], of buffer: borrowing PostingBuffer) {
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
