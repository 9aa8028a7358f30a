internal import SearchModel

/// Scores the best candidates anew with the positions of their words: lead and proximity.
struct SecondStage {
  let plan: QueryPlan
  let postings: PlanPostings
  let ranking: Ranking
  let reader: QueryTermReader
  /// Nil unless the scores are to be explained.
  let trace: ScoreTrace?

  /// The first ``Proximity/depth`` candidates scored and sorted anew, the rest as they are: no
  /// candidate loses by it, so the order holds between both.
  func rerank(_ candidates: [Candidate]) throws -> [Candidate] {
    var head = Array(candidates.prefix(Proximity.depth))
    let places = try places(in: head)
    let near = Proximity(words: plan.words, statistics: ranking.statistics)
      .scores(of: head, places: places)
    for index in head.indices {
      let led = firstStage(head[index]) { places[$0]?[index] ?? [] }
      let score = led + near[index]
      trace?.note(.lead, of: head[index].row, from: head[index].score, to: led)
      trace?.note(.nearness, of: head[index].row, from: led, to: score)
      head[index].score = score
      head[index].key = score * head[index].factor
    }
    head.sort(by: Candidate.isBetter)
    return head + candidates.dropFirst(Proximity.depth)
  }

  /// The BM25 score with the lead part of every frequency.
  private func firstStage(_ candidate: Candidate, places: (Int) -> [Int]) -> Double {
    let norm = ranking.norm(of: candidate)
    return ranking.parts.reduce(0) { sum, part in
      let lead = places(part.term).count { $0 < BM25.leadPositions }
      let frequency =
        Double(postings.frequency(of: part.term, in: candidate.row)) + BM25.leadWeight
        * Double(lead)
      return sum + part.weight * BM25.saturation(frequency, norm: norm)
    }
  }

  /// Where each query term stands; left out are those that stand for more words than a pattern may:
  /// what begins with one letter is near everything.
  private func places(in candidates: [Candidate]) throws -> [Int: [[Int]]] {
    let order = candidates.indices.sorted { candidates[$0].row < candidates[$1].row }
    let rows = order.map { candidates[$0].row }
    var places: [Int: [[Int]]] = [:]
    for part in ranking.parts where plan.terms[part.term].variants.count <= Vocabulary.patternLimit
    {
      let lists = try reader.occurrences(of: plan.terms[part.term], in: rows)
      var found = [[Int]](repeating: [], count: candidates.count)
      for (index, list) in zip(order, lists) {
        found[index] = Places.places(of: list, in: candidates[index])
      }
      places[part.term] = found
    }
    return places
  }
}

/// Positions counted through a whole article: the title's, a gap of 3, then the body's.
enum Places {
  static let gap = 3

  /// The occurrences' places in an article with so many tokens.
  static func places(of occurrences: [Occurrence], in candidate: Candidate) -> [Int] {
    let body = Int(candidate.titleLength) + gap
    let starts = [0, body, body + Int(candidate.length) - Int(candidate.titleLength) + gap]
    return occurrences.map { starts[min($0.column, 2)] + $0.position }
  }
}
