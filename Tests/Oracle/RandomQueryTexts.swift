internal import TestSupport

/// Seeded strings for the parser: pieces of the language in any order, and sound queries damaged.
package struct RandomQueryTexts {
  private var chance: SeededGenerator

  package init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
  }

  package mutating func next() -> String {
    switch draw(10) {
    case 0: noise()
    case 1...4: pieces(count: draw(15))
    case 5: pieces(count: draw(300))
    case 6: String(repeating: pieces(count: 1 + draw(3)), count: 1 + draw(200))
    default: damaged(Self.sound[draw(Self.sound.count)])
    }
  }

  /// Any scalars at all.
  private mutating func noise() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<draw(60) {
      let highest: UInt32 = [0x80, 0x3000, 0x11_0000][draw(3)]
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<highest, using: &chance)) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private mutating func pieces(count: Int) -> String {
    (0..<count).map { _ in Self.pieces[draw(Self.pieces.count)] }.joined()
  }

  /// A few scalars left out, doubled, swapped or replaced by a piece.
  private mutating func damaged(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...draw(5) {
      let place = draw(scalars.count)
      switch draw(4) {
      case 0 where scalars.count > 1: scalars.remove(at: place)
      case 1: scalars.insert(scalars[place], at: draw(scalars.count))
      case 2: scalars.swapAt(place, draw(scalars.count))
      default:
        scalars.replaceSubrange(
          place...place, with: Self.pieces[draw(Self.pieces.count)].unicodeScalars)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private mutating func draw(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chance) }

  private static let sound = [
    "coalition of the willing", "\"coalition of the willing\"", "\"sworn president\"~5",
    "=troops -war", "presiden* *quake *resid* te*xt", "Zelenskyy~ AND (London OR Kyiv)",
    "title:Taiwan body:(a OR b)", "person:\"Volodymyr Zelensky\" -country:US",
    "date:2024..2025-03 mentions:2025-09-05", "date:>=2025-09 date:none", "NEAR(peace talks, 5)",
    "peace NEAR/3 talks NOT war", "source:\"Harbour Post\" byline:Doe language:fr",
    "„peace talks“ «guerre» 「平和」", "U.S. O'Brien AT&T covid-19 multi-agent",
  ]

  private static let pieces = [
    " ", " ", " ", " ", "a", "b", "peace", "AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR(", "(", ")",
    "-", "=", "*", "~", "~5", ",", ".", ":", "\"", "“", "”", "„", "«", "»", "「", "」", "＂", "title:",
    "body:", "person:", "country:", "date:", "mentions:", "source:", "byline:", "language:", "foo:",
    "2025", "2024..2025", ">=", "none", "U.S.", "İ", "e\u{301}", "\u{0}", "\u{A0}", "\u{3000}",
    "🙂", "é", " AND ", " OR ", " NOT ", ")~3", "*\"", "9999999999999999999999",
  ]
}
