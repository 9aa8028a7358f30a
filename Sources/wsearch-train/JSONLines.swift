import CommandLineOptions
import Foundation

/// Reads a file of one JSON object a line.
enum JSONLines {
  /// - Throws: `UsageError` naming file and line.
  static func read<Row: Decodable>(_ path: String, as type: Row.Type) throws -> [Row] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("\(path): cannot be read")
    }
    let decoder = JSONDecoder()
    var rows: [Row] = []
    for (number, line) in data.split(separator: 10).enumerated() {
      do {
        rows.append(try decoder.decode(type, from: line))
      } catch {
        throw UsageError("\(path):\(number + 1): not a row of the expected form: \(error)")
      }
    }
    return rows
  }
}

/// A text without labels.
struct PlainRow: Decodable {
  let text: String

  private enum Key: String, CodingKey { case body, text }

  init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Key.self)
    text =
      try row.decodeIfPresent(String.self, forKey: .body) ?? row.decode(String.self, forKey: .text)
  }
}
