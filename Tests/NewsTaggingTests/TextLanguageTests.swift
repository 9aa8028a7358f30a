import Foundation
import IndexDefinition
import NewsTagging
import TestSupport
import Testing

struct TextLanguageTests {
  /// One line of `Fixtures/tagging/languages.tsv`.
  struct Case: CustomTestStringConvertible, Sendable {
    let given: String?
    let expected: String?
    let text: String
    var testDescription: String { text }

    init(line: String) {
      let cells = line.components(separatedBy: "\t")
      given = cells[0] == "-" ? nil : cells[0]
      expected = cells[1] == "-" ? nil : cells[1]
      text = cells[2]
    }
  }

  static let cases: [Case] = {
    let file = fixtures.appendingPathComponent("tagging/languages.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return lines.components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map(Case.init)
  }()

  @Test func fixturesAreThere() {
    #expect(Self.cases.count > 40)
  }

  @Test(arguments: cases)
  func textShowsItsLanguage(_ example: Case) {
    let article = Article(id: "1", title: "", body: example.text, language: example.given)
    #expect(TextLanguage.of(article) == example.expected)
  }

  @Test func anArticleInALanguageThatIsNotTaggedHasNoTagsAndSaysSo() throws {
    let swedish = try #require(Self.cases.first { $0.expected == "sv" })
    let tags = Tagger().tags(of: Article(id: "1", title: "", body: swedish.text))
    #expect(tags == Tags(language: "sv"))
    #expect(!tags.isTagged)
  }

  @Test func anArticleInATaggedLanguageHasItsDemonyms() throws {
    let french = "Le ministre allemand est arrivé dans la capitale avec une délégation."
    let tags = Tagger().tags(of: Article(id: "1", title: "", body: french))
    #expect(tags.language == "fr")
    #expect(tags.countries.map(\.code) == ["DE"])
  }
}
