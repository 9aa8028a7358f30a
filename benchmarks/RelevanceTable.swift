internal import OperatingSystem
internal import Relevance

/// Measures as rows of a Markdown table.
struct RelevanceTable {
  private static let measures = ["nDCG@10", "nDCG@10, 2^g−1", "MAP", "recall@100"]

  /// What tells the rows apart.
  let keys: [String]

  init(_ keys: [String]) { self.keys = keys }

  /// Headings and the line below them.
  var head: String {
    let rules = keys.map { _ in "---" } + Self.measures.map { _ in "--:" }
    return line(keys + Self.measures) + "\n" + line(rules)
  }

  func row(_ values: [String], _ measures: RankingMeasures) -> String {
    let numbers = [
      measures.gain, measures.steepGain, measures.averagePrecision, measures.recall,
    ]
    return line(values + numbers.map { Self.fixed($0) })
  }

  private func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  /// Three places, as tables of retrieval have them without the zero in front: `.672`.
  private static func fixed(_ value: Double) -> String {
    let text = NumberFormat.fixed(value, places: 3)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }
}
