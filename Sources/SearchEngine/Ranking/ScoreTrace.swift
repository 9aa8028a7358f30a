internal import SearchModel

/// What the stages after the first did to the scores of the articles that they looked at; kept for
/// `--explain` only.
final class ScoreTrace {
  private var gains: [UInt32: [ScorePart]] = [:]

  /// Notes that a stage took an article's score from one value to another.
  func note(_ kind: ScorePart.Kind, of row: UInt32, from old: Double, to new: Double) {
    guard new != old else { return }
    gains[row, default: []].append(ScorePart(kind, value: new - old))
  }

  /// In the order of the stages.
  func gains(of row: UInt32) -> [ScorePart] { gains[row] ?? [] }
}
