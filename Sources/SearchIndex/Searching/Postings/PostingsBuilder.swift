internal import IndexDefinition

/// Gathers a leaf's postings, variant after variant, and merges them by article.
struct PostingsBuilder: ~Copyable {
  private let fields: FieldSet
  private let spares: SparePostings?
  private var memory: PostingMemory
  private var occurrences = 0
  private var weights: FrequencyWeights
  /// Where each variant's run begins; rows ascend within a run.
  private var runs: [Int] = []

  init(fields: FieldSet, from spares: SparePostings? = nil) {
    self.fields = fields
    self.spares = spares
    memory = PostingMemory(from: spares)
    weights = FrequencyWeights(fields: fields, isTyped: true)
  }

  mutating func beginRun(isTyped: Bool) {
    if runs.last == memory.count { runs.removeLast() }
    runs.append(memory.count)
    weights = FrequencyWeights(fields: fields, isTyped: isTyped)
  }

  /// Adds an article with a term's occurrences in it; rows ascend within a run.
  @inline(__always)
  mutating func append(row: Int64, counts: ColumnCounts) {
    let frequency = weights.frequency(counts)
    guard frequency > 0 else { return }
    memory.append(UInt32(truncatingIfNeeded: row), frequency)
    occurrences &+= weights.occurrences(counts)
  }

  /// What was gathered stands for a leaf that is known to be met in more articles.
  consuming func finish(of count: TermCounts.Count) -> Postings {
    Postings(memory, articles: count.articles, occurrences: count.occurrences)
  }

  consuming func finish() -> Postings {
    if runs.last == memory.count { runs.removeLast() }
    guard runs.count > 1 else { return Postings(memory, occurrences: occurrences) }
    let merged = RunMerger(runs: runs, of: memory).merged(into: PostingMemory(from: spares))
    return Postings(merged, occurrences: occurrences)
  }
}
