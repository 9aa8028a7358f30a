import Foundation
import TestSupport
import Testing

/// Exports of hostile articles run nothing in the programs that open them.
struct HostileExportTests {
  private func export(_ arguments: String...) throws -> String {
    try withHostileArchive { archive in
      let query = ["query", "Starmer", "--limit", "all", "--facet", "none"]
      return try archive.binary.run(query + arguments).output
    }
  }

  @Test func everyLineOfJSONParsesAndHoldsTheTextAsStored() throws {
    let lines = try export("--format", "jsonl").split(separator: "\n")
    let titles = try lines.map { line in
      let hit = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return hit?["title"] as? String ?? ""
    }
    #expect(titles.sorted() == Payload.all.map(\.text).sorted())
  }

  @Test func noCellOfCSVIsAFormula() throws {
    let rows = Self.rows(ofCSV: try export("--format", "csv"))
    #expect(rows.count == Payload.all.count + 1)
    let cells = rows.joined().filter { Double($0) == nil }
    let signs = "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars
    let formulas = cells.filter { $0.unicodeScalars.first.map(signs.contains) == true }
    #expect(formulas == [])
    #expect(cells.filter { $0.hasPrefix("'=1+1") }.count >= 4)
  }

  @Test func rawCSVHoldsTheTextAsStored() throws {
    let rows = Self.rows(ofCSV: try export("--format", "csv", "--csv-raw"))
    let titles = rows.dropFirst().map { $0[2] }
    #expect(titles.sorted() == Payload.all.map(\.text).sorted())
  }

  @Test func markdownHoldsNoMarkupOfStrangers() throws {
    let text = try export("--format", "markdown")
    let lines = text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("- **") }.count == Payload.all.count)
    #expect(lines.allSatisfy { $0.hasPrefix("- **") || $0.hasPrefix("  > ") })
    #expect(!text.contains("<"))
    #expect(text.matches(of: #/(^|[^\\])[\[\]`]/#).map { String($0.output.0) } == [])
    #expect(text.contains(#"\[open\](javascript:alert(1))"#))
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(text.contains(#"&amp;lt;b&amp;gt; \`code\` \*\*bold\*\* \~\~gone\~\~"#))
  }

  @Test func aRunHasSixColumnsALine() throws {
    let lines = try export("--format", "trec").split(separator: "\n")
    let columns = lines.map { $0.split(whereSeparator: \.isWhitespace) }
    #expect(columns.map(\.count) == Array(repeating: 6, count: Payload.all.count))
    #expect(Set(columns.map { $0[2] }).count == Payload.all.count)
    #expect(columns.contains { $0[2] == "a%09b" })
  }

  /// RFC 4180, by code point.
  private static func rows(ofCSV text: String) -> [[String]] {
    var (rows, row, cell, isQuoted) = ([[String]](), [String](), String.UnicodeScalarView(), false)
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "\"", isQuoted, rest.first == "\"" {
        cell.append(rest.removeFirst())
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" { (rows, row) = (rows + [row], []) }
      } else if isQuoted || scalar != "\r" {
        cell.append(scalar)
      }
    }
    return rows
  }
}
