import Foundation
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// The questions of `index/SQL.md`, asked of the example articles.
struct SQLPageTests {
  /// A question of the page with the answer that stands behind it.
  private struct Question {
    let sql: String
    let answer: String
  }

  private static func questions() throws -> [Question] {
    let page = try String(
      contentsOf: repository.appendingPathComponent("index/SQL.md"), encoding: .utf8)
    return page.components(separatedBy: "```sql\n").dropFirst().map { part in
      let blocks = part.components(separatedBy: "```")
      let answer = blocks.count > 2 ? blocks[2] : ""
      return Question(sql: blocks[0], answer: String(answer.dropFirst("text\n".count)))
    }
  }

  @Test func everyQuestionHasTheAnswerOfThePage() throws {
    let questions = try Self.questions()
    #expect(questions.count == 5)
    try withArchive { archive in
      let examples = repository.appendingPathComponent("Examples/news").path
      let run = IndexRun(index: archive.index, options: IndexingOptions())
      let summary = try run.run(paths: [examples]) { _ in }
      #expect(summary.failed == 0)
      for question in questions {
        #expect(try Self.answer(question.sql, archive) == question.answer, "\(question.sql)")
      }
    }
  }

  /// As the stock shell prints rows.
  private static func answer(_ sql: String, _ archive: TestArchive) throws -> String {
    try archive.index.read { database in
      var lines = ""
      let statement = try Statement(database, sql.trimmingCharacters(in: ["\n", ";"]))
      try statement.forEach { row in
        let cells = (0..<row.columnCount).map { row.optionalText($0) ?? "" }
        lines += cells.joined(separator: "|") + "\n"
      }
      return lines
    }
  }

  /// Datasette 0.65 and sqlite-utils 3 look for the full text of a table so.
  @Test func neighboursFindTheFullTextOfArticles() throws {
    try withArchive { archive in
      let found = try archive.strings(
        #"""
        select name from sqlite_master where rootpage = 0 and (
          sql like '%VIRTUAL TABLE%USING FTS%content="article"%' escape char(92)
          or sql like '%VIRTUAL TABLE%USING FTS%content=[article]%' escape char(92)
          or (tbl_name = 'article' and sql like '%VIRTUAL TABLE%USING FTS%'))
        """#)
      #expect(found == ["article_fts"])
    }
  }
}
