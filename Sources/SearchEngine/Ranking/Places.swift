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
