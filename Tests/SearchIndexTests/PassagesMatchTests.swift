import SearchModel
import TestSupport
import Testing
import Tokenizing

@testable import SearchEngine

struct PassagesMatchTests {
  private func found(_ pattern: MatchPattern, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return MatchFinder(pattern).ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func termsPrefixesAndFoldedForms() {
    #expect(
      found(MatchPattern(terms: ["elysee"], prefixes: ["negot"]), in: "Élysée: NEGOTIATORS negate")
        == ["Élysée", "NEGOTIATORS"])
  }

  @Test func phraseNeedsItsOrderAndNothingBetween() {
    let pattern = MatchPattern(phrases: [["peace", "talks"]])
    #expect(
      found(pattern, in: "talks peace; peace now talks; Peace-Talks, peace  talks")
        == ["Peace-Talks", "peace  talks"])
  }

  @Test func repeatedFirstWordDoesNotHideThePhrase() {
    #expect(found(MatchPattern(phrases: [["a", "a", "b"]]), in: "a a a b") == ["a a b"])
  }

  @Test func formsMayStandInAPhrase() {
    let pattern = MatchPattern([
      .init([.init([.init(["peace"]), .init(["talk", "talks"], prefixes: ["nego"])])])
    ])
    #expect(
      found(pattern, in: "peace talk, peace negotiations, peace tale")
        == ["peace talk", "peace negotiations"])
  }

  @Test func nearWordsAreHighlightedOneByOne() {
    let pattern = MatchPattern([
      .init([.init([.init(["peace"]), .init(["talks"])], slop: 2)])
    ])
    #expect(found(pattern, in: "talks on lasting peace") == ["talks", "peace"])
    #expect(found(pattern, in: "talks on a lasting peace") == [])
    #expect(found(pattern, in: "peace peace") == [])
  }

  @Test func adjacentTermsStaySeparateOverlappingPhrasesJoin() {
    #expect(found(MatchPattern(terms: ["a", "b"]), in: "a b") == ["a", "b"])
    #expect(found(MatchPattern(phrases: [["a", "b"], ["b", "c"]]), in: "a b c") == ["a b c"])
  }

  @Test func bigramsMatchInsideRuns() {
    #expect(
      found(MatchPattern(phrases: [["京都", "都知"]]), in: "東京都知事、京都と知事")
        == ["京都知"])
    #expect(found(MatchPattern(terms: ["京都"]), in: "東京都 京 都") == ["京都"])
  }

  @Test func emptyPatternMatchesNothing() {
    #expect(found(MatchPattern([]), in: "a") == [])
    #expect(found(MatchPattern([.init([.init([])])]), in: "a") == [])
  }

  /// Against the plain reading: every token compared with every term, every phrase at every token.
  @Test(arguments: UInt64(1)...8) func asAPlainSearchFinds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = ["a", "b", "c", "É", "du", "ab", "東京都", "a.b", "\n", "“c”", "e\u{301}"]
    for round in 0..<400 {
      let text = (0..<Int.random(in: 0...30, using: &generator))
        .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      let terms = ["a", "e", "du"].filter { _ in Bool.random(using: &generator) }
      let phrases = [["a", "b"], ["b", "a", "b"], ["c", "c"], ["e", "du", "a"]]
        .filter { _ in Bool.random(using: &generator) }
      let ranges = MatchFinder(MatchPattern(terms: terms, phrases: phrases)).ranges(in: text)
      try #require(
        ranges == plainRanges(of: terms.map { [$0] } + phrases, in: text),
        "seed \(seed), round \(round): \(text.debugDescription) \(terms) \(phrases)")
    }
  }

  private func plainRanges(of phrases: [[String]], in text: String) -> [Range<Int>] {
    var tokens: [(range: Range<Int>, term: String)] = []
    Tokenizer().forEachToken(in: text) { tokens.append(($0, String(decoding: $1, as: UTF8.self))) }
    var covered = [Bool](repeating: false, count: text.utf8.count + 1)
    var starts: Set<Int> = []
    for start in tokens.indices {
      for phrase in phrases where tokens[start...].map(\.term).starts(with: phrase) {
        let range =
          tokens[start].range.lowerBound..<tokens[start + phrase.count - 1].range.upperBound
        if !covered[range.lowerBound] { starts.insert(range.lowerBound) }
        for byte in range { covered[byte] = true }
      }
    }
    return starts.sorted().map { start in
      let end = (start + 1...text.utf8.count).first { !covered[$0] || starts.contains($0) }
      return start..<(end ?? text.utf8.count)
    }
  }

  @Test(arguments: UInt64(1)...8) func snippetsOfRandomTextsAreWellFormed(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "b", "c", "word", "é", "東京都", "🙂", ". ", "? ", "\n\n", "\n", " ", " ", " ", "\u{A0}",
      "“", "”",
      "Mr. ", "U.S. ", "\u{3000}", "。", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ]
    let maker = PassageMaker(
      MatchPattern(terms: ["a", "東京"], prefixes: ["wo"], phrases: [["b", "c"], ["a", "e"]]),
      length: 40)
    for round in 0..<1000 {
      let body = (0..<Int.random(in: 0...80, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      for snippet in maker.snippets(title: "", body: body, count: 3) {
        try #require(
          isWellFormed(snippet, of: body), "seed \(seed), round \(round): \(body.debugDescription)")
      }
    }
  }

  /// White space single, text from the body, highlights whole tokens that the pattern asks for.
  private func isWellFormed(_ snippet: Snippet, of body: String) -> Bool {
    let bytes = Array(snippet.text.utf8)
    let highlights = snippet.highlights
    let inner = snippet.text.unicodeScalars.split(separator: "…").map { String($0) }
    return !snippet.text.unicodeScalars.contains("\u{FFFD}")
      && !snippet.text.contains("  ") && !snippet.text.contains("\n")
      && inner.allSatisfy { collapsed(body).contains($0.trimmed) }
      && zip(highlights, highlights.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
      && highlights.allSatisfy { range in
        range.upperBound <= bytes.count && !range.isEmpty
          && !Tokenizer().terms(in: String(decoding: bytes[range], as: UTF8.self)).isEmpty
      } && bytes.count <= 40 * 5 / 4 + 8 + 44
  }

  private func collapsed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmed: String {
    unicodeScalars.split(separator: " ").map { String($0) }.joined(separator: " ")
  }
}
