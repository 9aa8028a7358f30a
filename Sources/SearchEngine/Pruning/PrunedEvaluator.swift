internal import FTS5Segments
internal import IndexDefinition

/// Finds the best hits without scoring every match, and the same as ``Evaluator`` to the bit.
///
/// Goes in blocks of articles. Once as many hits are kept as are wanted, an article must score more
/// than the worst of them, the threshold. So words whose bounds together do not reach the threshold
/// bring no candidates; they are looked up in those that the other words bring. Source: Turtle,
/// Flood, "Query evaluation: strategies and optimizations" (IPM 1995), max_score.
struct PrunedEvaluator: ~Copyable {
  /// Blocks grow to this, a part of a window.
  private static let greatestBlock: UInt32 = 4096
  /// What rounding may add to a bound.
  private static let margin = 1 - 1e-9

  let plan: PrunablePlan
  let filters: FilterEvaluator
  let lengthFloors: LengthFloors
  /// In the order in which scores are summed.
  let words: [PrunedWord]
  private let readings: [PrunedWord.Reading]
  let norm: BM25.LengthNorm
  private var top: TopHits
  /// Small at first, for the first articles raise the threshold.
  private var block: UInt32 = 256
  private let met = WindowSet()
  private let buffers = RowBuffers()
  private var candidates: [PrunedWord] = []
  private var others: [PrunedWord.Reading] = []
  private var othersBound = 0.0

  init(
    plan: PrunablePlan, filters: FilterEvaluator, lengthFloors: LengthFloors, words: [PrunedWord],
    norm: BM25.LengthNorm, keep: Int
  ) {
    self.plan = plan
    self.filters = filters
    self.lengthFloors = lengthFloors
    self.words = words
    readings = words.map(\.reading)
    self.norm = norm
    top = TopHits(capacity: keep)
  }

  /// The best hits, best first.
  consuming func run() throws -> [Candidate] {
    var goesOn = choose()
    while goesOn, let row = try nextRow() {
      let before = threshold
      try evaluate(from: row & ~(block - 1))
      block = min(2 * block, Self.greatestBlock)
      if threshold > before { goesOn = choose() }
    }
    return top.sorted
  }

  /// Where the next candidate may be; nil at the end, behind which are none but deleted articles.
  private func nextRow() throws -> UInt32? {
    var next: UInt32?
    for word in candidates {
      if let row = try word.nextRow() { next = min(next ?? row, row) }
    }
    let windows = UInt32(clamping: lengthFloors.windowCount)
    return next.flatMap { $0 >> ColumnLayout.chunkShift < windows ? $0 : nil }
  }

  /// Tells the words that bring candidates from those that are looked up; false when no article can
  /// get over the threshold any more.
  ///
  /// Words only ever change from the first to the second, so that each is read in one direction.
  private mutating func choose() -> Bool {
    if threshold >= words.reduce(0, { $0 + $1.bound }) { return false }
    if words.count == 1 {
      if candidates.isEmpty { candidates = words }
    } else if plan.isConjunction {
      let order = words.sorted { $0.articles < $1.articles }
      candidates = Array(order.prefix(1))
      others = order.dropFirst().map(\.reading)
    } else {
      let order = words.sorted { $0.bound < $1.bound }
      var bound = 0.0
      let count = order.prefix { word in
        bound += word.bound
        return bound <= threshold
      }.count
      candidates = Array(order[count...])
      others = order[..<count].reversed().map(\.reading)
    }
    othersBound = others.reduce(0) { $0 + $1.bound }
    for word in candidates {
      let others = words.reduce(0) { $1 === word ? $0 : $0 + $1.bound }
      word.raiseThreshold(to: threshold, others: others, norm)
    }
    return true
  }

  /// No score up to this gets in.
  private var threshold: Double { top.threshold * Self.margin }

  /// Evaluates the block of articles that begins with `first`.
  private mutating func evaluate(from first: UInt32) throws {
    assert(first % block == 0 && ColumnLayout.chunkSize % Int(block) == 0, "blocks lie in a window")
    let end = Int64(first) + Int64(block)
    filters.columns.move(to: first >> ColumnLayout.chunkShift)
    let floors = try lengthFloors.floors(filters.columns)
    for word in candidates { try word.meet(before: end, floors, met) }
    buffers.reset()
    let start = Int(first & ColumnLayout.offsetMask)
    let part = start..<start + Int(block)
    let rows = met.rows(from: filters.columns.firstRow, in: part, into: buffers.take())
    if rows.isEmpty { return }
    let lengths = try Lengths(filters.columns)
    for row in try passing(rows) where try mayGetIn(row, floors) { try offer(row, lengths) }
    for row in rows {
      for word in readings { word.frequencies[Int(row & ColumnLayout.offsetMask)] = 0 }
    }
    met.removeAll(in: part)
  }

  private func passing(_ rows: Rows) throws -> Rows {
    try plan.filters.reduce(rows) { rows, part in
      let passing = try filters.passing(part.filter, of: rows, into: buffers.take())
      return part.isExcluded ? rows.subtracting(passing, into: buffers.take()) : passing
    }
  }

  /// Looks the other words up while the article may still get over the threshold, were it as short as its
  /// floor.
  private func mayGetIn(_ row: UInt32, _ floors: UnsafePointer<UInt8>) throws -> Bool {
    let offset = Int(row & ColumnLayout.offsetMask)
    let norm = norm[Int32(floors[offset]) * LengthFloors.step]
    var reach = othersBound
    for word in readings { reach += word.share(offset, norm) }
    for word in others {
      if reach <= threshold { return false }
      try word.lookUp(row)
      if plan.isConjunction, word.frequencies[offset] == 0 { return false }
      reach += word.share(offset, norm) - word.bound
    }
    return reach > threshold
  }

  private mutating func offer(_ row: UInt32, _ lengths: Lengths) throws {
    let offset = Int(row & ColumnLayout.offsetMask)
    let norm = norm[lengths.weighted(offset)]
    var score = 0.0
    for word in readings { score += word.share(offset, norm) }
    guard top.mayTake(score) else { return }
    let columns = filters.columns
    try top.offer(Candidate(row, key: score, score: score, lengths)) { try columns.tie(of: row) }
  }
}
