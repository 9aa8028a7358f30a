import Foundation
import IndexDefinition
import NewsTagging
import TestSupport
import Testing

struct DateTaggerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let date: CalendarDate?
    let text: String
    let expected: [String]
    var testDescription: String { text }

    /// `expression=value` of every bracketed expression, and the text without brackets.
    init(line: String) {
      let parts = line.components(separatedBy: "\t")
      date = CalendarDate(parts[0])
      text = parts[1].filter { $0 != "[" && $0 != "]" }
      let expressions = parts[1].components(separatedBy: "[").dropFirst().map {
        $0.components(separatedBy: "]")[0]
      }
      let values = parts[2] == "-" ? [] : parts[2].components(separatedBy: " ")
      expected = zip(expressions, values).map { "\($0)=\($1)" }
    }
  }

  static let cases: [Case] = {
    let file = fixtures.appendingPathComponent("tagging/dates.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return lines.components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map(Case.init)
  }()

  @Test func fixturesAreThere() {
    #expect(Self.cases.count > 20)
  }

  @Test(arguments: cases)
  func readsCalendarExpressions(_ example: Case) {
    let article = Article(id: "1", title: "", body: example.text, date: example.date)
    let tokens = ArticleTokens(article)
    let found = DateTagger().tags(in: tokens).flatMap { tag in
      tag.mentions.map { ($0.range.lowerBound, "\(tokens.body.text($0.range))=\(tag.date)") }
    }
    #expect(found.sorted { $0.0 < $1.0 }.map(\.1) == example.expected)
  }

  @Test func everyRangeLiesInItsField() {
    let words = [
      "May", "7", "Friday", "last", "year", ",", "1995", "ago", "two", "days", "the", "early",
      "Christmas", "é", "nineteen", "ninety", "third", "quarter", "of", "2025-09-07", "\n\n",
    ]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let body = (0..<12).compactMap { _ in words.randomElement(using: &generator) }
        .joined(separator: " ")
      let article = Article(id: "1", title: body, body: body, date: CalendarDate("2025-09-07"))
      let mentions = DateTagger().tags(in: ArticleTokens(article)).flatMap(\.mentions)
      for mention in mentions {
        #expect(mention.range.upperBound <= body.utf8.count && !mention.range.isEmpty)
      }
    }
  }
}
