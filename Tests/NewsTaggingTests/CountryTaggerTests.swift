import Foundation
import IndexDefinition
import NewsTagging
import TestSupport
import Testing

struct CountryTaggerTests {
  @Test(arguments: try CountryCase.all())
  func textNamesItsCountries(example: CountryCase) {
    let tags = example.tags
    #expect(tags.map(\.code).sorted() == example.codes)
    if let focus = example.focus {
      #expect(tags.filter(\.isFocus).map(\.code).sorted() == focus)
    }
  }

  /// The rows of the table in `index/README.md` end in the names of the cases that hold them.
  @Test func everyConfusionThatIsPublishedIsHeldByFixtures() throws {
    let readme = repository.appendingPathComponent("index/README.md")
    let table = try String(contentsOf: readme, encoding: .utf8)
      .components(separatedBy: "## Ambiguous country names")[1]
      .components(separatedBy: "\n## ")[0]
    let rows = table.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count > 30)
    let cases = Set(try CountryCase.all().map(\.name))
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let names = Set(cells.count == 4 ? cells[3].components(separatedBy: "; ") : [])
      #expect(!names.isEmpty && names.isSubset(of: cases), "\(row)")
    }
  }

  @Test func mentionsAreByteRangesInTextOrderWithTheirRule() {
    let article = Article(
      id: "1", title: "Côte d'Ivoire votes",
      body: "ABIDJAN (AP) - Ivorian voters met New York-based envoys.")
    let tags = CountryTagger().tags(in: ArticleTokens(article), people: [])
    #expect(
      tags == [
        CountryTag(
          code: "CI", isFocus: true,
          mentions: [
            Mention(field: .title, range: 0..<14, rule: "country-name"),
            Mention(field: .body, range: 0..<7, rule: "dateline"),
            Mention(field: .body, range: 15..<22, rule: "demonym"),
          ]),
        CountryTag(
          code: "US", isFocus: false,
          mentions: [Mention(field: .body, range: 34..<42, rule: "city")]),
      ])
  }

  @Test func aCountryNamedOnceFarBehindTheOthersIsNotInFocus() {
    let article = Article(
      id: "1", title: "France and Spain agree",
      body: "France and Spain agreed on a tunnel. "
        + String(repeating: "It will be long, and it will be dear, as all tunnels are. ", count: 12)
        + "France pays, Spain digs, as was done once in Italy, in Greece and in Malta.")
    let tags = CountryTagger().tags(in: ArticleTokens(article), people: [])
    #expect(tags.map(\.code) == ["ES", "FR", "GR", "IT", "MT"])
    #expect(tags.filter(\.isFocus).map(\.code) == ["ES", "FR"])
  }

  @Test func randomTextIsTaggedWithoutOverlapAndInBounds() {
    let seed: UInt64 = 20_251_122
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "US", "New", "York", "-", "Paris", ", ", "Texas", "La.", " ", "\n\n", "(AP)", "--", "é",
      "Guinea-",
      "Bissau", "'s", "U.S.", "$", "the", "in", "St.", "\u{1F1EB}", "Mr.", "Chad",
      "Democratic Republic of",
    ]
    for round in 0..<300 {
      let body = (0..<Int.random(in: 0...60, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let tags = CountryTagger().tags(
        in: ArticleTokens(Article(id: "1", title: "", body: body)), people: [])
      let ranges = tags.flatMap(\.mentions).map(\.range).sorted { $0.lowerBound < $1.lowerBound }
      let isSound =
        ranges.allSatisfy { $0.upperBound <= body.utf8.count && !$0.isEmpty }
        && zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
      #expect(isSound, "seed \(seed), round \(round): \(body)")
    }
  }
}

/// One line of `Fixtures/tagging/countries.jsonl`.
struct CountryCase: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var title: String?
  var body: String
  var date: String?
  var language: String?
  /// Every occurrence of these is given to the tagger as a person.
  var people: [String]?
  var codes: [String]
  var focus: [String]?

  var testDescription: String { name }

  static func all() throws -> [CountryCase] {
    let file = fixtures.appendingPathComponent("tagging/countries.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(CountryCase.self, from: Data($0.utf8))
    }
  }

  var tags: [CountryTag] {
    let article = Article(
      id: name, title: title ?? "", body: body, date: date.flatMap { CalendarDate($0) },
      language: language)
    let tokens = ArticleTokens(article)
    return CountryTagger().tags(in: tokens, people: spans(in: tokens.body))
  }

  private func spans(in field: FieldTokens) -> [PersonSpan] {
    var spans: [PersonSpan] = []
    var at = 0
    while at < field.tokens.count {
      let width = people?.map { $0.split(separator: " ").count }.sorted(by: >).first { width in
        at + width <= field.tokens.count
          && people?.contains(field.text(range(at, width, field))) == true
      }
      if let width {
        spans.append(
          PersonSpan(
            field: .body, tokens: at..<at + width, range: range(at, width, field), rule: "test"))
      }
      at += width ?? 1
    }
    return spans
  }

  private func range(_ at: Int, _ width: Int, _ field: FieldTokens) -> Range<Int> {
    Int(field.tokens[at].start)..<Int(field.tokens[at + width - 1].end)
  }
}
