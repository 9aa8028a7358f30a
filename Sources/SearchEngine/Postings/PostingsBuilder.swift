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
    let frequency = weights.frequency(counts)
    guard frequency > 0 else { return }
    buffer.append(UInt32(truncatingIfNeeded: row), frequency)
    occurrences &+= weights.occurrences(counts)
  }

  /// Adds an article with a term's occurrences in its body, and none elsewhere.
  @inline(__always)
  mutating func append(row: Int64, inBody count: Int) {
    let frequency = weights.frequency(inBody: count)
    guard frequency > 0 else { return }
    buffer.append(UInt32(truncatingIfNeeded: row), frequency)
    occurrences &+= count
  }

  /// Counts an article that is not kept; there is but one run then.
  @inline(__always)
  package mutating func pass(counts: ColumnCounts) {
    let frequency = weights.frequency(counts)
    passed &+= frequency > 0 ? 1 : 0
    highestPassed = max(highestPassed, frequency)
    occurrences &+= weights.occurrences(counts)
  }

  /// - Parameter count: What the query term is known to be met in; nil: what was gathered.
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
