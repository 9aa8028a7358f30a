internal import IndexDefinition

/// How much of a query's weight an article must hold to be shown beside those that hold all of it.
///
/// A clause weighs what its rarity says (``BM25/inverseFrequency(articles:of:)``), so that a rare word
/// makes up for several common ones. What no article holds weighs nothing. Of two clauses half the
/// weight must be there; of more, two thirds of what an average one weighs: of a question few articles hold
/// half, and those that answer it are not among them.
struct HeldWeight {
  /// Clauses at most of which half the weight must be there.
  private static let fewClauses = 2
  /// Of an average clause's weight that must be there, where there are more.
  private static let share = 0.67

  struct Clause {
    let tree: MatchTree
    /// In 1/1024.
    let weight: UInt32
    /// As typed.
    let text: String
  }

  let clauses: [Clause]
  let least: UInt32
  /// The articles that hold every word, with the group that each is in: they come first.
  let whole: [UInt32: Int32]

  /// - Parameters:
  ///   - plan: of which any clause may match.
  ///   - articles: those of the whole index.
  init(
    _ plan: QueryPlan, _ postings: PlanPostings, articles: Int, whole: [Candidate]
  ) {
    clauses = plan.root.clauses.map { tree in
      Clause(
        tree: tree, weight: Self.weight(of: tree, postings, articles),
        text: Self.text(of: tree, plan))
    }
    let weights = clauses.map { Double($0.weight) }.filter { $0 > 0 }
    let sum = weights.reduce(0, +)
    let isLong = weights.count > Self.fewClauses
    least = max(1, UInt32(isLong ? Self.share * sum / Double(weights.count) : sum / 2))
    self.whole = Dictionary(uniqueKeysWithValues: whole.map { ($0.row, $0.group + 1) })
  }

  /// That of the most frequent alternative, and of the rarest part.
  private static func weight(
    of tree: MatchTree, _ postings: PlanPostings, _ articles: Int
  ) -> UInt32 {
    switch tree {
    case .term(let term):
      let held = postings.articles(of: term)
      let rarity = BM25.inverseFrequency(articles: held, of: articles)
      return held == 0 ? 0 : UInt32(max(0, rarity) * 1024)
    case .or(let parts):
      return parts.map { weight(of: $0, postings, articles) }.filter { $0 > 0 }.min() ?? 0
    case .and(let parts): return parts.map { weight(of: $0, postings, articles) }.max() ?? 0
    case .everything, .nothing, .not, .filter: return 0
    }
  }

  private static func text(of tree: MatchTree, _ plan: QueryPlan) -> String {
    tree.allTerms.filter { !plan.spellings.contains($0) }.map { plan.terms[$0].text }.joined(
      separator: " ")
  }

  /// Words that an article does not hold, as typed.
  func missing(in row: UInt32, _ postings: PlanPostings) -> [String] {
    clauses.filter { !Self.holds($0.tree, row, postings) }.map(\.text)
  }

  private static func holds(_ tree: MatchTree, _ row: UInt32, _ postings: PlanPostings) -> Bool {
    switch tree {
    case .term(let term): postings.frequency(of: term, in: row) > 0
    case .or(let parts): parts.contains { holds($0, row, postings) }
    case .and(let parts): parts.allSatisfy { holds($0, row, postings) }
    case .everything, .nothing, .not, .filter: true
    }
  }
}

/// Adds up what the articles of a window hold.
final class HeldWeightSums {
  private let held: HeldWeight
  /// By offset; of meaning for the articles asked about only.
  private let sums: UnsafeMutablePointer<UInt32>

  init(_ held: HeldWeight) {
    self.held = held
    sums = .allocate(capacity: ColumnLayout.chunkSize)
  }

  deinit { sums.deallocate() }

  /// Those of `rows`, all of one window, that hold enough, written to `target`, which has room for
  /// all of them.
  func holdingEnough(
    of rows: Rows, _ matches: MatchEvaluator, into target: UnsafeMutablePointer<UInt32>
  ) throws -> Rows {
    for row in rows { sums[Int(row & ColumnLayout.offsetMask)] = 0 }
    for clause in held.clauses where clause.weight > 0 {
      for row in try matches.rows(of: clause.tree) {
        sums[Int(row & ColumnLayout.offsetMask)] &+= clause.weight
      }
    }
    let (sums, held) = (sums, held)
    return rows.filtered(into: target) { row in
      sums[Int(row & ColumnLayout.offsetMask)] >= held.least || held.whole[row] != nil
    }
  }

  /// The group of an article: above 0 where it holds every word.
  func group(of row: UInt32) -> Int32 { held.whole[row] ?? 0 }
}
