import Foundation
import IndexDefinition
import SQLite
import SearchIndex
import TestSupport
import Testing

struct FormatDocumentTests {
  @Test func everyTableAndColumnIsDescribed() throws {
    let document = try String(
      contentsOf: repository.appendingPathComponent("index/README.md"), encoding: .utf8)
    try withArchive { archive in
      let names = try archive.strings(
        """
        SELECT t.name || ' ' || c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
        WHERE t.type IN ('table', 'view', 'virtual') AND t.name NOT LIKE 'sqlite%'
        AND t.name NOT LIKE 'grdb%' AND c.name NOT IN ('article_fts', 'rank')
        """)
      #expect(names.count > 60)
      for name in names {
        for word in name.split(separator: " ") {
          #expect(Self.names(document, String(word)), "\(name) is not in index/README.md")
        }
      }
    }
  }

  @Test func theSQLExamplesRun() throws {
    let document = try String(
      contentsOf: repository.appendingPathComponent("index/README.md"), encoding: .utf8)
    let block = try #require(
      document.components(separatedBy: "```sql\n").dropFirst().first?
        .components(separatedBy: "```").first)
    try withArchive { archive in
      try archive.write("one.jsonl", [["id": "a", "title": "T", "body": "Talks on peace."]])
      try archive.run()
      for example in block.components(separatedBy: ";\n") where example.contains("SELECT") {
        _ = try archive.index.read { try $0.rows(example) }
      }
      #expect(
        try archive.strings("SELECT title FROM article_fts WHERE article_fts MATCH 'peace'")
          == ["T"])
    }
  }

  /// In code or inside it: `word`, `word(…)`, `(…, word, …)`.
  private static func names(_ document: String, _ word: String) -> Bool {
    document.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
  }
}
