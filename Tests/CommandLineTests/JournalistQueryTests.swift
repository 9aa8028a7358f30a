import Foundation
import TestSupport
import Testing

/// What journalists type, over the example articles, with the defaults: `Tests/Fixtures/journalists.tsv`.
struct JournalistQueryTests {
  struct Row {
    let query: String
    /// What the title of the first hit begins with.
    let first: String
    /// A part of a note.
    let note: String?
  }

  private static func rows() throws -> [Row] {
    let file = fixtures.appendingPathComponent("journalists.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return Row(query: cells[0], first: cells[1], note: cells.count > 2 ? cells[2] : nil)
      }
  }

  @Test func theArticleMeantIsFirstAndWhatWasDoneIsTold() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 60)
    try withExamples { binary in
      let batch = rows.enumerated().map { "\($0)\t\($1.query)\n" }.joined()
      let lines = try binary.run("query", "--batch", "-", "--json", "--limit", "3", input: batch)
        .output.split(separator: "\n")
      #expect(lines.count == rows.count)
      for (row, line) in zip(rows, lines) {
        let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let hits = answer?["hits"] as? [[String: Any]] ?? []
        let titles = hits.compactMap { $0["title"] as? String }
        #expect(titles.first?.hasPrefix(row.first) == true, "\(row.query): \(titles)")
        let notes = answer?["notes"] as? [String] ?? []
        let offers = answer?["offers"] as? [[String: Any]] ?? []
        let told = notes + offers.compactMap { $0["value"] as? String }
        if let note = row.note {
          #expect(told.contains { $0.localizedStandardContains(note) }, "\(row.query): \(told)")
        }
      }
    }
  }
}
