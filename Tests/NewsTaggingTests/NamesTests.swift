import Foundation
import TestSupport
import Testing

@testable import NewsTagging

/// The sentences of `Fixtures/tagging/names.jsonl`, each a fact about naming within an article.
struct NamesTests {
  struct Fact: Decodable, CustomTestStringConvertible {
    var fact: String
    var text: String
    var testDescription: String { fact }
  }

  static let facts: [Fact] = {
    let lines = try? String(
      contentsOf: fixtures.appendingPathComponent("tagging/names.jsonl"), encoding: .utf8)
    return (lines ?? "").split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Fact.self, from: Data($0.utf8))
    }
  }()

  @Test func factsAreThere() {
    #expect(Self.facts.count >= 14)
  }

  @Test(arguments: facts)
  func spansGetTheirPerson(_ fact: Fact) {
    let marked = MarkedText(fact.text)
    let tags = PersonNaming().tags(for: marked.personSpans, in: marked.article)
    #expect(marked.marked(by: tags) == fact.text)
  }
}
