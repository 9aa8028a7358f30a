import NearCopies
import Testing

/// What candidates for near-copies are known by.
struct SketchTests {
  private static let text =
    """
    The harbour was closed at noon because of the storm, and the ferry to Oslo turned back with 210
    people on board. Nobody was hurt. The mayor said that the pier would be looked at in the morning.
    """

  /// The bins, of 64, in which two sketches agree.
  private func agreeing(_ one: String, _ other: String) -> Int {
    zip(Sketch.numbers(of: one).dropFirst(2), Sketch.numbers(of: other).dropFirst(2)).reduce(0) {
      let difference = $1.0 ^ $1.1
      return $0 + (difference & 0xFFFF == 0 ? 1 : 0) + (difference >> 16 == 0 ? 1 : 0)
    }
  }

  @Test(arguments: ["", "…", "\u{A0}«»\u{2014}。"]) func withoutWordsThereIsNone(text: String) {
    #expect(Sketch.numbers(of: text) == [])
  }

  @Test func aShortTextIsKnownByItsWordsAlone() {
    #expect(Sketch.numbers(of: "One two three.").count == 2)
    #expect(Sketch.numbers(of: Self.text).count == 34)
  }

  @Test(arguments: [
    ("One, two: three!", "one  two\nthree"), ("a fer-\nry", "a ferry"),
    ("港が閉鎖された", "港が、閉鎖された。"),
  ])
  func caseSignsAndLinesDoNotCount(one: String, other: String) {
    #expect(Sketch.numbers(of: one) == Sketch.numbers(of: other))
  }

  @Test(arguments: [("one two", "two one"), ("1.5 pct", "1 5 pct"), ("Straße", "Strasse")])
  func wordsTheirOrderAndFiguresCount(one: String, other: String) {
    #expect(Sketch.numbers(of: one) != Sketch.numbers(of: other))
  }

  @Test func aCopyAgreesInMostAndAnotherTextInNone() {
    let copy = Self.text.replacing("210", with: "two hundred")
    #expect(agreeing(Self.text, copy) > 32)
    let other = (0..<40).map { "other\($0)" }.joined(separator: " ")
    #expect(agreeing(Self.text, other) < 4)
  }
}
