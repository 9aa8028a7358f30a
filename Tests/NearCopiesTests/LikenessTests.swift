import NearCopies
import TestSupport
import Testing

/// Which bodies are near-copies of each other.
struct LikenessTests {
  /// Words in an order of their own, without figures.
  private static func story(_ seed: UInt64, _ count: Int = 160) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in "word\(letters(Int.random(in: 0..<900, using: &generator)))" }
  }

  private static func letters(_ number: Int) -> String {
    String(decoding: "\(number)".utf8.map { $0 + 49 }, as: UTF8.self)
  }

  private static func isCopy(_ one: [String], _ other: [String], days: Int? = 0) -> Bool {
    let texts = [one, other].map { ShingledText($0.joined(separator: " ")) }
    let there = Likeness(texts[0], texts[1], days: days).isNearCopy
    let back = Likeness(texts[1], texts[0], days: days).isNearCopy
    #expect(there == back, "it is the same whichever comes first")
    return there
  }

  private static let told = story(1)

  @Test func aCutStoryIsANearCopy() {
    #expect(Self.isCopy(Self.told, Array(Self.told.prefix(50))))
    #expect(Self.isCopy(Self.told, Array(Self.told.dropFirst(90))))
  }

  @Test func anotherLedeAndAnotherEndAreNearCopies() {
    let other = Self.story(2, 40) + Self.told.dropFirst(30).dropLast(20)
    #expect(Self.isCopy(Self.told, other))
  }

  /// Every ninth word is misread.
  @Test func misreadWordsAreNearCopies() {
    let read = Self.told.enumerated().map { $0 % 9 == 4 ? "x" + $1 : $1 }
    #expect(Self.isCopy(Self.told, read))
    let worse = Self.told.enumerated().map { $0 % 3 == 1 ? "x" + $1 : $1 }
    #expect(!Self.isCopy(Self.told, worse))
  }

  @Test func aPieceOfAPageIsNone() {
    #expect(!Self.isCopy(Self.told + Self.story(3), Self.told + Self.story(4)))
    #expect(!Self.isCopy(Self.told, Self.story(5)))
  }

  /// A form filled with figures; of twelve so many differ.
  private static func form(_ figures: Int, _ differing: Int) -> [String] {
    story(6, 60)
      + (0..<figures).flatMap { place in
        let figure = "\(place < differing ? 700 + place : 100 + place),5\(place)"
        return ["line", letters(place), figure, "tons"]
      }
  }

  @Test(arguments: [(12, 0, true), (12, 3, true), (12, 6, false), (12, 12, false)])
  func otherFiguresAreAnotherStory(figures: Int, differing: Int, expected: Bool) {
    let copies = Self.isCopy(Self.form(figures, 0), Self.form(figures, differing))
    #expect(copies == expected)
  }

  /// What a week leaves to misprints is another week's form later.
  @Test(arguments: [(0, true), (7, true), (8, false), (nil, false)] as [(Int?, Bool)])
  func laterFewerFiguresMayDiffer(days: Int?, expected: Bool) {
    #expect(Self.isCopy(Self.form(12, 0), Self.form(12, 3), days: days) == expected)
  }

  @Test func aFigureIsOneWithItsFraction() {
    let one = Self.form(2, 0) + ["at", "6-1/4", "pct", "today"]
    let other = Self.form(2, 0) + ["at", "6-3/16", "pct", "today"]
    #expect(!Self.isCopy(one, other, days: 20))
  }
}
