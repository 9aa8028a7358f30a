import Foundation
import GRDB
import TestSupport
import Testing

@testable import SearchIndex

/// Phrases and NEAR in files that other versions of SQLite wrote, against their own MATCH and, to
/// the position, against the reference source.
struct PhraseVersionsTests {
  @Test(arguments: try filesOfSQLiteVersions())
  func phrasesAreFoundWhereTheVersionThatWroteThemFindsThem(file: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    try DatabaseQueue(path: file.path, configuration: configuration).read { database in
      let source = try SegmentPostings(database)
      let stock = StockPostings(database)
      let answers = try Row.fetchAll(
        database, sql: "SELECT words, slop, is_prefix, docs FROM answer")
      for answer in answers {
        let variant = try Self.variant(
          answer["words"], slop: answer["slop"], isPrefix: answer["is_prefix"], source)
        let found = try Self.occurrences(of: variant, in: source)
        let docs: String = answer["docs"]
        let place: Comment = "\(file.lastPathComponent) \(answer)"
        #expect(found.map { $0[0] }.description == docs, place)
        #expect(try found == Self.occurrences(of: variant, in: stock), place)
      }
      #expect(answers.contains { $0["docs"] != "[]" })
    }
  }

  /// Each article's row, then the occurrences there.
  private static func occurrences(
    of variant: Leaf.Variant, in source: any PostingSource
  ) throws -> [[Int64]] {
    var found: [[Int64]] = []
    try PhraseReader(source: source, variant: variant).forEachArticle { row, occurrences in
      found.append([row] + occurrences)
    }
    return found
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
