import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

/// Dumps and answers of APIs as others make them.
struct JSONDumpTests {
  private static let lines: [String] = {
    let file = fixtures.appendingPathComponent("reading/dumps.jsonl")
    return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(
      String.init)
  }()

  private struct Case {
    let document: Any
    let article: [String?]
    let name: String

    init(_ line: String) throws {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      document = try #require(object?["document"])
      article = try #require(object?["article"] as? [Any]).map { $0 as? String }
      name = try #require(object?["name"] as? String)
    }
  }

  @Test func thereAreManyDumps() { #expect(Self.lines.count > 10) }

  @Test(arguments: lines, [JSONSerialization.WritingOptions.prettyPrinted, []])
  func dumpsAreReadWhateverTheirLines(line: String, layout: JSONSerialization.WritingOptions) throws
  {
    let dump = try Case(line)
    let bytes = try JSONSerialization.data(withJSONObject: dump.document, options: layout)
    for name in ["a.json", "a"] {
      let article = try #require(try events(in: bytes, named: name).first?.article, "\(dump.name)")
      let fields = [
        article.title, article.body, article.date?.description, article.byline, article.source,
        article.url,
      ]
      #expect(fields == dump.article, "\(dump.name)")
    }
  }

  @Test func anAnswerThatIsALineIsAllItsArticles() throws {
    let lines = #"{"articles": [{"title": "A", "text": "1"}, {"title": "B", "text": "2"}]}"# + "\n"
    let articles = try events(in: (lines + lines).utf8, named: "a.jsonl").compactMap(\.article)
    #expect(articles.map(\.title) == ["A", "B", "A", "B"])
    #expect(Set(articles.map(\.id)).count == 4)
  }

  @Test func ourOwnLinesStayByteForByteAndForeignOnesBecomeText() throws {
    let lines =
      #"{"title": "A &amp; B", "body": "<p>One</p>\u00ad"}"# + "\n"
      + #"{"headline": "A &amp; B", "content": "<p>One</p><p>Two</p>", "byline": "By Ada Day"}"#
      + "\n"
      + #"{"headline": "1 < 2", "content": "a <b and R&D"}"# + "\n"
    let articles = try events(in: lines.utf8, named: "a.jsonl").compactMap(\.article)
    #expect(articles.map(\.title) == ["A &amp; B", "A & B", "1 < 2"])
    #expect(articles.map(\.body) == ["<p>One</p>\u{ad}", "One\n\nTwo", "a <b and R&D"])
    #expect(articles.map(\.byline) == [nil, "Ada Day", nil])
  }

  @Test func whatAnAgencyTakesBackOrLeavesElsewhereIsTold() throws {
    let items =
      #"{"guid": "n1", "headline": "Port", "pubstatus": "canceled", "body_text": "Ships."}"# + "\n"
      + #"{"guid": "n2", "headline": "Storm", "renditions": {"nitf": {"href": "https://a.example"}}}"#
      + "\n"
    let events = try events(in: items.utf8, named: "a.jsonl")
    #expect(events.compactMap(\.article?.id) == ["n2"])
    #expect(
      events.compactMap(\.failure?.message) == [
        "the agency takes the story “Port” back (canceled); wsearch remove n1 takes it out",
        "“Storm” has no text in the file; it is at the addresses of its renditions",
      ])
  }
}
