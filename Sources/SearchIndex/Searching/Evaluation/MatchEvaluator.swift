internal import IndexDefinition

/// The articles of a window that meet a plan.
struct MatchEvaluator {
  let plan: QueryPlan
  /// One a leaf of the plan.
  let postings: [Postings]
  let filters: FilterEvaluator

  func set(of node: Plan) throws -> WindowSet {
    switch node {
    case .everything: try filters.existing()
    case .nothing: WindowSet()
    case .leaf(let leaf): articles(of: leaf)
    case .and(let parts): try intersection(of: parts)
    case .or(let parts): try union(of: parts)
    case .not(let part): try complement(of: part)
    case .filter(let filter): try filters.set(of: plan.filters[filter])
    }
  }

  /// The part of a leaf's postings that lies in the window.
  func range(of leaf: Int) -> Range<Int> {
    let window = filters.columns.window
    let start = postings[leaf].lowerBound(window << ColumnLayout.chunkShift)
    let end =
      window == UInt32.max >> ColumnLayout.chunkShift
      ? postings[leaf].count : postings[leaf].lowerBound((window + 1) << ColumnLayout.chunkShift)
    return start..<end
  }

  private func articles(of leaf: Int) -> WindowSet {
    var set = WindowSet()
    let mask = UInt32(ColumnLayout.chunkSize - 1)
    postings[leaf].rows.withUnsafeBufferPointer { rows in
      for index in range(of: leaf) { set.insert(Int(rows[index] & mask)) }
    }
    return set
  }

  private func intersection(of parts: [Plan]) throws -> WindowSet {
    var result: WindowSet?
    for part in parts {
      let set = try set(of: part)
      result?.formIntersection(set)
      result = result ?? set
      if result?.isEmpty == true { break }
    }
    return try result ?? filters.existing()
  }

  private func union(of parts: [Plan]) throws -> WindowSet {
    var result = WindowSet()
    for part in parts { result.formUnion(try set(of: part)) }
    return result
  }

  private func complement(of part: Plan) throws -> WindowSet {
    var result = try filters.existing()
    result.subtract(try set(of: part))
    return result
  }
}
