import Foundation
import TestSupport
import Testing

/// A row of a fixture: cells parted by tabs, `\n` in them a line's end.
struct FixtureRow: CustomTestStringConvertible, Sendable {
  let cells: [String]

  subscript(cell: Int) -> String { cells[cell] }
  var testDescription: String { cells.joined(separator: " → ") }

  /// The rows that are no comment.
  static func all(_ path: String) throws -> [FixtureRow] {
    try String(contentsOf: fixtures.appendingPathComponent(path), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        FixtureRow(
          cells: line.components(separatedBy: "\t").map {
            $0.replacingOccurrences(of: "\\n", with: "\n")
          })
      }
  }
}
