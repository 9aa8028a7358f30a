import Foundation
import GRDB
import TestSupport
import Testing

@testable import SearchIndex

/// Phrases and NEAR in files that other versions of SQLite wrote, against their own MATCH.
struct PhraseVersionsTests {
  @Test(arguments: try filesOfSQLiteVersions())
  func phrasesAreFoundWhereTheVersionThatWroteThemFindsThem(file: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    try DatabaseQueue(path: file.path, configuration: configuration).read { database in
      let source = try SegmentPostings(database)
      let answers = try Row.fetchAll(
        database, sql: "SELECT words, slop, is_prefix, docs FROM answer")
      for answer in answers {
        let variant = try Self.variant(
          answer["words"], slop: answer["slop"], isPrefix: answer["is_prefix"], source)
        var rows: [Int64] = []
        try PhraseReader(source: source, variant: variant).forEachArticle { row, _ in
          rows.append(row)
        }
        let docs: String = answer["docs"]
        #expect(rows.description == docs, "\(file.lastPathComponent) \(answer)")
      }
      #expect(answers.contains { $0["docs"] != "[]" })
    }
  }

  private static func variant(
    _ words: String, slop: Int?, isPrefix: Bool, _ source: SegmentPostings
  ) throws -> Leaf.Variant {
    var slots = words.split(separator: " ").map { [String($0)] }
    if isPrefix, let prefix = slots.removeLast().first {
      var terms: [String] = []
      try source.forEachTerm(from: prefix) { term in
        guard term.hasPrefix(prefix) else { return false }
        terms.append(term)
        return true
      }
      slots.append(terms)
    }
    return Leaf.Variant(slots, slop: slop, isTyped: true)
  }
}
