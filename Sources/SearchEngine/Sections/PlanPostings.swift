/// What the index holds of a plan's query terms, section by section.
struct PlanPostings {
  /// One a query term of the plan, of each section; at least one section.
  let sections: [(section: Section, postings: [Postings])]

  /// Articles of the whole index that meet a query term.
  func articles(of term: Int) -> Int { total(of: term, \.articles) }

  /// Occurrences in them.
  func occurrences(of term: Int) -> Int { total(of: term, \.occurrences) }

  /// The weighted frequency of a query term in article `row`; 0 when it is not there.
  func frequency(of term: Int, in row: UInt32) -> Float {
    sections.first { $0.section.rows.contains(Int64(row)) }?.postings[term].frequency(in: row) ?? 0
  }

  /// Remembers how frequent the words are that were read to their ends.
  func note(_ terms: [QueryTerm], in counts: TermCounts) {
    for (term, wanted) in terms.enumerated() where sections[0].postings[term].isCounted {
      counts.note(
        TermCounts.Count(
          articles: articles(of: term), occurrences: occurrences(of: term),
          highestFrequency: sections.map(\.postings[term].highestFrequency).max() ?? 0),
        of: wanted)
    }
  }

  /// What sections counted adds up; what is known from elsewhere each of them has whole.
  private func total(of term: Int, _ number: (Postings) -> Int) -> Int {
    guard sections[0].postings[term].isCounted else { return number(sections[0].postings[term]) }
    return sections.reduce(0) { $0 + number($1.postings[term]) }
  }
}

/// How much there is to do for a plan, in pages of postings.
struct PlanSize {
  /// Words with more forms are not looked up one by one.
  private static let mostTerms = 16

  let plan: QueryPlan
  let reader: QueryTermReader

  /// What is as large as the index is without a limit.
  func pages(of node: MatchTree) throws -> Int {
    switch node {
    case .nothing: 0
    case .everything, .not, .filter: .max
    case .term(let term): try pages(of: plan.terms[term])
    case .and(let parts): try parts.map(pages(of:)).min() ?? 0
    case .or(let parts): try parts.map(pages(of:)).reduce(0, Self.sum)
    }
  }

  private func pages(of term: QueryTerm) throws -> Int {
    guard term.variants.allSatisfy({ $0.slots.joined().count <= Self.mostTerms }),
      term.variants.count <= Self.mostTerms
    else { return .max }
    return try term.variants.map { variant in
      try variant.slots.map { try reader.pageCount(of: $0) }.min() ?? 0
    }.reduce(0, Self.sum)
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? .max : sum
  }
}
