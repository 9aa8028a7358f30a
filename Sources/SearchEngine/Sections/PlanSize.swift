/// How much there is to do for a plan, in pages of postings.
struct PlanSize {
  /// Words with more forms are not looked up one by one.
  private static let mostTerms = 16

  let plan: QueryPlan
  let reader: LeafReader

  /// What is as large as the index is without a limit.
  func pages(of node: Plan) throws -> Int {
    switch node {
    case .nothing: 0
    case .everything, .not, .filter: .max
    case .leaf(let leaf): try pages(of: plan.leaves[leaf])
    case .and(let parts): try parts.map(pages(of:)).min() ?? 0
    case .or(let parts): try parts.map(pages(of:)).reduce(0, Self.sum)
    }
  }

  private func pages(of leaf: Leaf) throws -> Int {
    guard leaf.variants.allSatisfy({ $0.slots.joined().count <= Self.mostTerms }),
      leaf.variants.count <= Self.mostTerms
    else { return .max }
    return try leaf.variants.map { variant in
      try variant.slots.map { try reader.pageCount(of: $0) }.min() ?? 0
    }.reduce(0, Self.sum)
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? .max : sum
  }
}
