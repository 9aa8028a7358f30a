import SearchModel
import TestSupport
import Testing

@testable import SearchEngine

struct PassagesTests {
  private static let body = """
    The weather was mild. Ministers spoke of trade and of little else for most of the morning, said
    two people in the room. Later, leaders of the so-called “coalition of the
    willing” met in Paris. They promised Ukraine a force once the fighting ends. The meeting was
    short.

    Markets did not move. Bond yields fell a little, and traders went home early for the weekend,
    as they had been told to expect by every newspaper in the city that morning and the day before.
    """

  private func highlighted(_ snippet: Snippet) -> [String] {
    let bytes = Array(snippet.text.utf8)
    return snippet.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func phraseIsOneHighlightAcrossALineBreak() {
    let pattern = MatchPattern(
      terms: ["coalition", "of", "the", "willing"],
      phrases: [["coalition", "of", "the", "willing"]])
    let snippet = PassageMaker(pattern, length: 80).snippet(title: "", body: Self.body)
    #expect(
      snippet.text
        == "Later, leaders of the so-called “coalition of the willing” met in Paris.")
    #expect(highlighted(snippet) == ["of", "the", "coalition of the willing"])
    #expect(snippet.highlights.last?.count == 24)
  }

  @Test func bestPassageIsNotTheFirst() {
    let pattern = MatchPattern(terms: ["morning", "bond", "yields"])
    let snippet = PassageMaker(pattern, length: 100).snippet(title: "", body: Self.body)
    #expect(highlighted(snippet) == ["Bond", "yields"])
    #expect(snippet.text.hasPrefix("Bond yields fell a little, and traders"))
    #expect(snippet.text.hasSuffix(" …"))
  }

  @Test func wholeSentencesFillTheLength() {
    let pattern = MatchPattern(terms: ["ukraine"])
    let snippet = PassageMaker(pattern, length: 90).snippet(title: "", body: Self.body)
    #expect(
      snippet
        == Snippet(
          text: "They promised Ukraine a force once the fighting ends. The meeting was short.",
          highlights: [14..<21]))
  }

  @Test func longSentenceIsCutAtWords() {
    let words = (1...200).map { "word\($0)" }.joined(separator: " ")
    let snippet = PassageMaker(MatchPattern(terms: ["word100"]), length: 60)
      .snippet(title: "", body: words)
    #expect(
      snippet.text == "… word97 word98 word99 word100 word101 word102 word103 word104 …")
    #expect(highlighted(snippet) == ["word100"])
  }

  @Test func openingStandsInForABodyWithoutMatch() {
    let snippet = PassageMaker(MatchPattern(terms: ["absent"]), length: 60)
      .snippet(title: "Absent", body: "\n  " + Self.body)
    #expect(snippet == Snippet(text: "The weather was mild.", highlights: []))
  }

  @Test func titleStandsInForAMissingBody() {
    let maker = PassageMaker(MatchPattern(terms: ["peace"]))
    #expect(
      maker.snippet(title: "Peace at last", body: " \n")
        == Snippet(text: "Peace at last", highlights: [0..<5]))
    #expect(maker.snippet(title: "", body: "") == Snippet(text: "", highlights: []))
  }

  @Test func severalPassagesInTheOrderOfTheText() {
    let pattern = MatchPattern(terms: ["weather", "paris", "bond"])
    let snippets = PassageMaker(pattern, length: 60).snippets(title: "", body: Self.body, count: 3)
    #expect(snippets.map(highlighted) == [["weather"], ["Paris"], ["Bond"]])
    #expect(
      PassageMaker(pattern, length: 60).snippets(title: "", body: Self.body, count: 9).count == 3)
  }

  /// The phrase goes on behind the blank line that ends the passage.
  @Test func clippedPhraseKeepsNoWhiteSpace() {
    let pattern = MatchPattern([
      .init([.init([.init(["x"])])], weight: 5),
      .init([.init([.init(["a"]), .init(["b"])])]),
    ])
    let snippet = PassageMaker(pattern, length: 5).snippet(title: "", body: "x a\n\nb. More.")
    #expect(snippet == Snippet(text: "x a", highlights: [0..<1, 2..<3]))
  }

  @Test func initialsAndTitlesEndNoSentence() {
    let body = "It rained. Mr. J. Smith of the U.S. Senate came. He left."
    let snippet = PassageMaker(MatchPattern(terms: ["senate"]), length: 40)
      .snippet(title: "", body: body)
    #expect(snippet.text == "Mr. J. Smith of the U.S. Senate came.")
  }

  @Test func closeWordsOutweighScatteredOnes() {
    let filler = String(repeating: "x ", count: 40)
    let body = "peace \(filler)talks. Now \(filler)then. Then peace talks began."
    let snippet = PassageMaker(MatchPattern(terms: ["peace", "talks"]), length: 120)
      .snippet(title: "", body: body)
    #expect(snippet.text == "Then peace talks began.")
  }

  @Test func clausesOfMoreWeightAreShown() {
    let pattern = MatchPattern([
      .init([.init([.init(["the"])])], weight: 0.1), .init([.init([.init(["of"])])], weight: 0.1),
      .init([.init([.init(["fighting"])])]),
    ])
    let snippet = PassageMaker(pattern, length: 60).snippet(title: "", body: Self.body)
    #expect(highlighted(snippet).contains("fighting"))
  }
}
