import Foundation
import NewsTagging

/// Exact-span precision, recall and F1 of person mentions.
struct Evaluation {
  private(set) var hits = 0
  private(set) var found = 0
  private(set) var wanted = 0

  var precision: Double { found > 0 ? Double(hits) / Double(found) : 0 }
  var recall: Double { wanted > 0 ? Double(hits) / Double(wanted) : 0 }
  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  init(_ finder: PersonFinder, on texts: [LabelledText]) {
    for text in texts {
      let spans = Set(finder.spans(in: text.tokens).map(\.range))
      let gold = text.persons
      hits += spans.intersection(gold).count
      found += spans.count
      wanted += gold.count
    }
  }

  func row(_ name: String) -> String {
    let cells = [precision, recall, f1].map { String(format: "%.4f", $0) }
    return "| \(name) | " + cells.joined(separator: " | ") + " |"
  }

  /// One row a file as it is, in capitals and in lower case, as a Markdown table.
  static func table(_ finder: PersonFinder, _ paths: [String], recased: Bool) throws -> String {
    var rows = ["| set | P | R | F1 |", "|---|---|---|---|"]
    for path in paths {
      let texts = try LabelledText.gold(path)
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      rows.append(Evaluation(finder, on: texts).row(name))
      guard recased else { continue }
      let upper = texts.map { $0.recased(\.uppercaseMapping) }
      rows.append(Evaluation(finder, on: upper).row(name + " in capitals"))
      let lower = texts.map { $0.recased(\.lowercaseMapping) }
      rows.append(Evaluation(finder, on: lower).row(name + " in lower case"))
    }
    return rows.joined(separator: "\n")
  }
}
