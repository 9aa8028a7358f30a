import Foundation
import SQLite
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Phrases and NEAR in files that other versions of SQLite wrote, against their own MATCH and, to
/// the position, against the reference source.
struct PhraseVersionsTests {
  @Test(arguments: try filesOfSQLiteVersions())
  func phrasesAreFoundWhereTheVersionThatWroteThemFindsThem(file: URL) throws {
    do {
      let database = try Connection(file.path, .readOnly)
      let source = try SegmentPostings(database)
      let stock = StockPostings(database)
      let answers = try database.rows("SELECT words, slop, is_prefix, docs FROM answer")
      for answer in answers {
        let variant = try Self.variant(
          answer.text("words"), slop: answer.optionalInteger("slop").map(Int.init),
          isPrefix: answer.integer("is_prefix") != 0, source)
        let found = try Self.occurrences(of: variant, in: source)
        let docs = answer.text("docs")
        let place: Comment = "\(file.lastPathComponent) \(answer)"
        #expect(found.map { $0[0] }.description == docs, place)
        #expect(try found == Self.occurrences(of: variant, in: stock), place)
      }
      #expect(answers.contains { $0.text("docs") != "[]" })
    }
  }

  /// Each article's row, then the occurrences there.
  private static func occurrences(
    of variant: QueryTerm.Variant, in source: any PostingSource
  ) throws -> [[Int64]] {
    var found: [[Int64]] = []
    try PhraseReader(source: source, variant: variant).forEachArticle { row, occurrences in
      found.append([row] + occurrences)
    }
    return found
  }

  private static func variant(
    _ words: String, slop: Int?, isPrefix: Bool, _ source: SegmentPostings
  ) throws -> QueryTerm.Variant {
    var slots = words.split(separator: " ").map { [String($0)] }
    if isPrefix, let prefix = slots.removeLast().first {
      var terms: [String] = []
      try source.forEachTerm(from: prefix) { term in
        guard term.starts(with: prefix.utf8) else { return false }
        terms.append(String(decoding: term, as: UTF8.self))
        return true
      }
      slots.append(terms)
    }
    return QueryTerm.Variant(slots, slop: slop, isTyped: true)
  }
}
