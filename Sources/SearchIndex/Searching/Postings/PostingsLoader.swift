/// Reads the postings of a plan's leaves, no more of them than the plan needs.
///
/// A word that every match must hold, and that is known to be far more frequent than another such
/// word, is looked up in that one's articles alone.
struct PostingsLoader {
  /// From so many times the articles of the rarest word on, looking up costs less than reading.
  private static let lookupRatio = 64

  let plan: QueryPlan
  let reader: LeafReader
  let counts: TermCounts

  /// One a leaf of the plan; the bare phrase is looked for last, where all words stand.
  func postings() throws -> [Postings] {
    var postings = [Postings?](repeating: nil, count: plan.leaves.count)
    let frequent = frequent()
    for leaf in plan.leaves.indices where leaf != plan.phraseFirst && frequent[leaf] == nil {
      postings[leaf] = try read(leaf)
    }
    let rarest = plan.root.requiredLeaves.compactMap { postings[$0] }.min { $0.count < $1.count }
    for (leaf, count) in frequent {
      let isFar = rarest.map { $0.count * Self.lookupRatio < count.articles } ?? false
      postings[leaf] =
        isFar
        ? try reader.postings(of: plan.leaves[leaf], among: rarest?.rows, of: count)
        : try read(leaf)
    }
    if let phrase = plan.phraseFirst {
      postings[phrase] = try reader.postings(of: plan.leaves[phrase], among: common(postings))
    }
    return postings.compactMap { $0 }
  }

  private func read(_ leaf: Int) throws -> Postings {
    let postings = try reader.postings(of: plan.leaves[leaf])
    counts.note(postings, of: plan.leaves[leaf])
    return postings
  }

  /// Words met before that stand in the plan as required ones only, but for the rarest.
  private func frequent() -> [Int: TermCounts.Count] {
    let required = plan.root.requiredLeaves
    guard required.count > 1, required.count == plan.root.allLeaves.count, plan.phraseFirst == nil
    else { return [:] }
    var known: [Int: TermCounts.Count] = [:]
    for leaf in required where plan.leaves[leaf].variants.count == 1 {
      known[leaf] = counts.count(of: plan.leaves[leaf])
    }
    if known.count == Set(required).count,
      let rarest = known.min(by: { ($0.value.articles, $0.key) < ($1.value.articles, $1.key) })
    {
      known[rarest.key] = nil
    }
    return known
  }

  /// The articles that hold all words.
  private func common(_ postings: [Postings?]) -> [UInt32]? {
    let words = Set(plan.words.map(\.leaf)).compactMap { postings[$0]?.rows }
    return words.sorted { $0.count < $1.count }
      .reduce(nil as [UInt32]?) { common, rows in
        guard var common else { return Array(rows) }
        let count = common.withUnsafeMutableBufferPointer { list in
          list.baseAddress.map { Rows(list).intersection(rows, into: $0).count } ?? 0
        }
        return Array(common.prefix(count))
      }
  }
}
