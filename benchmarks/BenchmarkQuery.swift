internal import Foundation

/// One line of a file of queries, as `benchmarks/sample.py` writes it: free of any engine's syntax.
struct BenchmarkQuery: Decodable {
  enum Kind: String, Decodable { case all, any, phrase, prefix }

  var id: String
  var kind: Kind
  /// Exact words, folded; of a prefix query its first letters.
  var words: [String]
  /// ISO 3166-1 alpha-2.
  var country: String?
  /// ISO 8601 days, both included.
  var from: String?
  var to: String?

  /// In the query language of wsearch; `=` so that no other forms are searched.
  var text: String {
    let exact = words.map { "=\($0)" }
    var text =
      switch kind {
      case .all: exact.joined(separator: " AND ")
      case .any: exact.joined(separator: " OR ")
      case .phrase: "\"\(words.joined(separator: " "))\""
      case .prefix: "\(words.joined())*"
      }
    if let country { text += " country:\(country)" }
    if let from, let to { text += " date:\(from)..\(to)" }
    return text
  }

  static func read(path: String) throws -> [BenchmarkQuery] {
    let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 10)
    return try lines.map { try JSONDecoder().decode(BenchmarkQuery.self, from: Data($0)) }
  }
}
