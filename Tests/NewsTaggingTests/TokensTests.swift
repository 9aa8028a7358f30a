import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct TokensTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let tokens: [String]
    var testDescription: String { text }

    init(_ text: String, _ tokens: String) {
      self.text = text
      self.tokens = tokens.split(separator: " ").map(String.init)
    }
  }

  static let cases = [
    Case("O'Neill met al-Zarqawi.", "O'Neill met al-Zarqawi ."),
    Case("O’Neill’s plan", "O’Neill ’s plan"),
    Case("Ukraine's army", "Ukraine 's army"),
    Case("UKRAINE'S ARMY", "UKRAINE 'S ARMY"),
    Case("He didn't go, they can't.", "He did n't go , they ca n't ."),
    Case("Gen. J. Smith of the U.S. Army", "Gen. J. Smith of the U.S. Army"),
    Case("J.F. Kennedy Jr.'s boat", "J.F. Kennedy Jr. 's boat"),
    Case("1,250.50 on 12/04/1999 at 10:30", "1,250.50 on 12/04/1999 at 10:30"),
    Case("the 1990s, the 3rd", "the 1990s , the 3rd"),
    Case("“Yes,” said Zoë Müller-Łuk.", "“ Yes , ” said Zoë Müller-Łuk ."),
    Case("Владимир Путин", "Владимир Путин"),
    Case("a\u{A0}b\u{2009}c", "a b c"),
    Case("rock 'n' roll", "rock ' n ' roll"),
    Case("", ""),
  ]

  @Test(arguments: cases)
  func cutsWordsNumbersAndMarks(_ example: Case) {
    let field = FieldTokens(example.text)
    #expect(field.tokens.map { field.text($0) } == example.tokens)
  }

  @Test func tokensHashAsTheirTextDoes() {
    let text = "Ärger über ÉCOLE O’Neill's McDonald U.S. ЖИВАГО don't İstanbul 4G — “x”"
    let field = FieldTokens(text)
    #expect(field.tokens.map(\.hash) == field.tokens.map { TokenHash.of(field.text($0)) })
  }

  private func sentenceStarts(_ text: String) -> [String] {
    let field = FieldTokens(text)
    return field.tokens.filter { $0.traits.contains(.sentenceStart) && $0.kind != .punctuation }
      .map { field.text($0) }
  }

  @Test func sentencesStartAfterFullStopsBeforeCapitalsOnly() {
    #expect(
      sentenceStarts("One ended. Two did! three did not? “Four did.” (Five) 6 of them.")
        == ["One", "Two", "Four", "Five"])
  }

  @Test func abbreviationsEndNoSentence() {
    #expect(sentenceStarts("Mr. Smith of Acme Inc. Ltd. went. He left.") == ["Mr.", "He"])
  }

  @Test func aNewspapersColumnIsWrappedAndAListIsNot() {
    let column = """
      The prisoners were led by Captain
      Ashford through the town, and
      the crowd that had waited since
      dawn for General Robert
      Haldane cheered them all.
      """
    #expect(sentenceStarts(column) == ["The"])
    let list = "Robert Haldane of Leeds\nJames Ashford, Hull\nMary Whitfield of Lincoln"
    #expect(sentenceStarts(list) == ["Robert", "James", "Mary"])
  }

  @Test func lineEndsEndSentencesUnlessLinesAreWrapped() {
    #expect(sentenceStarts("FINAL SCORES\nLeeds 2\nYork 3\n") == ["FINAL", "Leeds", "York"])
    let wrapped = """
      The council voted late on Tuesday to close the old Harbour
      Bridge to lorries until the spring, when Northern Works of
      Leith will have replaced the bearings and the north parapet.
      Short line
      Council papers put the cost of the works at two million, a
         Indented lines start a paragraph even where the line above
      Was long.
      """
    #expect(sentenceStarts(wrapped) == ["The", "Short", "Council", "Indented"])
  }

  @Test func aLineOfTwoColumnsDoesNotMakeTheOthersShort() {
    let column = Array(
      repeating: "troops left the old mill today and\nHaldwick went with them at noon,", count: 20)
    let merged = "the council of the town met on Monday in the old hall by the river"
    let text = (column + [merged]).joined(separator: "\n")
    #expect(sentenceStarts(text) == ["troops"])
    let long = String(repeating: "tables of figures ", count: 9)
    #expect(sentenceStarts(text + "\n" + long) == ["troops"])
    #expect(sentenceStarts([long, long, long, text].joined(separator: "\n")).count > 20)
  }

  @Test func capitalsAreTold() {
    let field = FieldTokens("McDonald NATO J. iPhone paris")
    let traits = field.tokens.map {
      $0.traits.intersection([.capitalised, .allCaps, .initial, .innerCapital])
    }
    #expect(
      traits == [
        [.capitalised, .innerCapital], [.capitalised, .allCaps], [.capitalised, .initial],
        [.innerCapital], [],
      ])
  }

  /// Whatever the bytes, tokens are in order, within bounds, and leave out white space alone.
  @Test func anyBytesCutCleanly() {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 32...126, using: &generator)
          : UInt8.random(in: 0...255, using: &generator)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let field = FieldTokens(text)
      var end = 0
      for token in field.tokens {
        #expect(token.range.lowerBound >= end && !token.range.isEmpty, "seed \(seed)")
        end = token.range.upperBound
      }
      #expect(end <= field.bytes.count, "seed \(seed)")
    }
  }

  @Test func tokensAreHashedAsEverythingIs() {
    let bytes = Array("lindner's 7".utf8)
    #expect(
      bytes.reduce(TokenHash.seed, TokenHash.mix) == bytes.reduce(FNV1a.seed, FNV1a.mix))
  }
}
