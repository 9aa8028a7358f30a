import Foundation
import QueryLanguage
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// One concept, many spellings: in the mode `best` alone.
struct WordVariantTests {
  /// A line of `Fixtures/variants/spellings.tsv`.
  struct Line: CustomTestStringConvertible {
    let query: String
    let text: String
    let note: String
    var testDescription: String { query }
  }

  static let lines: [Line] = {
    let file = fixtures.appendingPathComponent("variants/spellings.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(query: fields[0], text: fields[1], note: fields[2])
    }
  }()

  private func best(
    _ text: String, in articles: [String], _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> SearchResults {
    let stored = articles.enumerated().map { article($0.offset + 1, "", $0.element) }
    return try withSearcher(stored) { searcher, _ in
      try searcher.search(
        request(text) {
          $0.match = .best
          $0.wantsPartial = false
          change(&$0)
        })
    }
  }

  @Test func theFixtureIsThere() { #expect(Self.lines.count > 85) }

  @Test(arguments: lines) func aSpellingFindsTheOthersAndSaysSo(_ line: Line) throws {
    let articles = [line.text, "A day of wheat.", "Another day."]
    let results = try best(line.query, in: articles)
    let told = results.notes.filter { $0.contains("stands also for") || $0.hasPrefix("searched") }
    #expect(told == (line.note.isEmpty ? [] : [line.note]))
    if !line.note.isEmpty { #expect(results.ids == ["1"]) }
  }

  @Test(arguments: [SearchRequest.MatchMode.all, .any, .phrase])
  func strictModesTakeWordsAsTheyStand(_ match: SearchRequest.MatchMode) throws {
    let articles = Self.lines.enumerated().map { article($0.offset + 1, "", $0.element.text) }
    try withSearcher(articles) { searcher, _ in
      for line in Self.lines {
        let results = try searcher.search(
          request(line.query) {
            $0.match = match
            $0.isStrict = true
          })
        #expect(results.notes == [], "\(line.query)")
      }
    }
  }

  // MARK: - What is counted

  private static let talks = [
    "The ceasefire talks in Kyiv.", "A cease-fire, and talks in Kiev.", "Talks of a ceasefire.",
    "They cease to fire. Talks in Kiev.", "A fire in Kyiv.",
  ]

  @Test func theTotalIsThatOfTheWidenedMeaning() throws {
    #expect(try best("ceasefire", in: Self.talks).total == 3)
    #expect(try best("cease fire", in: Self.talks).total == 4)
    #expect(try best("cease-fire", in: Self.talks).total == 3)
    #expect(try best("ceasefire talks in kiev", in: Self.talks).total == 2)
    #expect(try best("talks -ceasefire", in: Self.talks).ids.sorted() == ["2", "4"])
    #expect(try best("fire OR ceasefire", in: Self.talks).total == 5)
    #expect(try best("body:ceasefire AND kiev", in: Self.talks).total == 2)
  }

  @Test func aWordAndItsVariantsMayBeMissingAsOne() throws {
    let results = try best("ceasefire talks in kiev", in: Self.talks) { $0.wantsPartial = true }
    #expect((results.total, results.totalPartial) == (2, 3))
    #expect(
      Set(results.hits.map { $0.missing.joined(separator: " ") })
        == ["", "kiev", "ceasefire", "ceasefire talks"])
    #expect(results.notes == ["ceasefire stands also for cease fire", "kiev stands also for Kyiv"])
  }

  @Test func theTypedSpellingComesFirst() throws {
    let articles = ["Rain in Kyiv today.", "Rain in Kiev today."]
    #expect(try best("kiev", in: articles).ids == ["2", "1"])
    #expect(try best("kyiv", in: articles).ids == ["1", "2"])
  }

  @Test func whatIsFoundIsHighlighted() throws {
    let snippet = try #require(
      best("kiev", in: ["Rain in Kyiv."]) { $0.wantsPartial = true }.hits.first?.snippet)
    #expect(
      snippet.highlights.map { String(decoding: Array(snippet.text.utf8)[$0], as: UTF8.self) }
        == ["Kyiv"])
  }

  @Test func anAcronymThatIsASmallWordScoresAndExcludesNothing() throws {
    let articles = ["The vaccine.", "The World Health Organization on a vaccine.", "Who is it?"]
    #expect(try best("WHO vaccine", in: articles).ids == ["2", "1"])
    #expect(try best("who vaccine", in: articles).total == 2)
  }

  // MARK: - The word that one is typing

  @Test func theLastWordIsABeginningWhereNoArticleHasItWhole() throws {
    let articles = ["The commission met in the harbour.", "The committee met."]
    let results = try best("met commi", in: articles)
    #expect(results.total == 2)
    #expect(results.corrected == [CorrectedWord(typed: "commi", searched: "commi*")])
    #expect(try best("commi met", in: articles).total == 0)
    #expect(try best("met =commi", in: articles).total == 0)
    #expect(try best("met zzz", in: articles).corrected == [])
  }
}
