/// Reads the postings of a plan's query terms, and of them no more than the plan needs.
///
/// Terms that every match must hold are read first, the rarest of them before all others. No article
/// without that term can match, so the other terms are read only where it stands.
struct PostingsLoader {
  /// As many as a page of them holds, more or less.
  private static let postingsPerPage = 600

  let plan: QueryPlan
  let reader: QueryTermReader
  let counts: TermCounts

  /// The postings of each query term, in the order of the plan.
  ///
  /// The bare words as a phrase come last: they are looked for only where all of the words stand.
  func postings() throws -> [Postings] {
    var postings = [Postings?](repeating: nil, count: plan.terms.count)
    var candidates: Postings?
    for term in try requiredTerms() {
      let found = try read(term, among: candidates)
      postings[term] = found
      if found.count <= candidates?.count ?? .max { candidates = found }
    }
    for term in plan.terms.indices where postings[term] == nil && term != plan.phraseFirst {
      postings[term] = try read(term, among: candidates)
    }
    if let phrase = plan.phraseFirst {
      postings[phrase] = try reader.postings(of: plan.terms[phrase], among: common(postings))
    }
    return postings.compactMap { $0 }
  }

  /// Those that every match holds, the shortest first.
  private func requiredTerms() throws -> [Int] {
    let terms = Set(plan.root.requiredTerms).sorted()
    guard terms.count > 1 else { return terms }
    let sizes = try terms.map { term in
      let pages = { try reader.pageCount(of: plan.terms[term]) }
      return try counts.count(of: plan.terms[term])?.articles ?? pages() * Self.postingsPerPage
    }
    return zip(sizes, terms).sorted(by: <).map(\.1)
  }

  private func read(_ term: Int, among candidates: Postings?) throws -> Postings {
    let wanted = plan.terms[term]
    if let candidates, let count = try count(of: term, beside: candidates) {
      return try reader.postings(of: wanted, among: candidates.rows, of: count)
    }
    let isTerm = wanted.variants.count == 1 && wanted.variants[0].term != nil
    return try reader.postings(of: wanted, keeping: isTerm ? candidates?.rows : nil)
  }

  /// How frequent a query term is, where it need not be read to its end to know: an earlier query has
  /// counted it, or nobody asks, because it does not score or because nothing can match.
  private func count(of term: Int, beside candidates: Postings) throws -> TermCounts.Count? {
    if let known = counts.count(of: plan.terms[term]) { return known }
    let scores = plan.words.contains { $0.term == term }
    let isMatchless = candidates.count == 0 && reader.rows == .everyRow
    return scores && !isMatchless ? nil : .zero
  }

  /// The articles that hold all words as typed.
  private func common(_ postings: [Postings?]) -> [UInt32]? {
    let words = Set(plan.words.map(\.term)).subtracting(plan.spellings)
      .compactMap { postings[$0]?.rows }
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
