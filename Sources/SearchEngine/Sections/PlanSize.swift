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
