/// Words of the index that a mistyped word may be meant for.
///
/// One typing error before two, then the more frequent word; and the word cut in two, when the
/// index has both halves.
struct DidYouMean {
  private static let limit = 3
  /// Candidates whose frequency is looked up.
  private static let considered = 200

  let source: any PostingSource
  /// Articles that hold a term.
  let count: (String) throws -> Int

  /// Suggestions for a folded word, best first.
  func suggestions(for word: String) throws -> [String] {
    let near = try candidates(for: word)
    let ranked = try near.map { (term: $0.term, distance: $0.distance, count: try count($0.term)) }
      .filter { $0.count > 0 }
      .sorted { ($0.distance, $1.count, $0.term) < ($1.distance, $0.count, $1.term) }
    return Array((ranked.map(\.term) + (try halves(of: word))).prefix(Self.limit))
  }

  /// Terms within two errors, or within one of a short word; the nearer first.
  private func candidates(for word: String) throws -> [(term: String, distance: Int)] {
    let reach = word.unicodeScalars.count <= 4 ? 1 : 2
    let letters = Self.letters(of: word)
    var found: [(term: String, distance: Int)] = []
    try source.forEachTerm(from: "") { term in
      // Each error changes at most two of the letters that occur at all.
      guard abs(term.utf8.count - word.utf8.count) <= 2 * reach,
        (letters ^ Self.letters(of: term)).nonzeroBitCount <= 2 * reach
      else { return true }
      let distance = EditDistance.distance(word, term, limit: reach)
      if distance <= reach { found.append((term, distance)) }
      return true
    }
    return Array(found.sorted { $0.distance < $1.distance }.prefix(Self.considered))
  }

  /// A bit for each letter that occurs.
  private static func letters(of word: String) -> UInt32 {
    word.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  private func halves(of word: String) throws -> [String] {
    let letters = Array(word)
    guard letters.count >= 6 else { return [] }
    for cut in 3...letters.count - 3 {
      let (first, second) = (String(letters[..<cut]), String(letters[cut...]))
      if try count(first) > 1, try count(second) > 1 { return ["\(first) \(second)"] }
    }
    return []
  }
}
