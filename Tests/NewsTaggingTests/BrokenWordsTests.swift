import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct BrokenWordsTests {
  private func tokens(_ body: String) -> FieldTokens {
    ArticleTokens(Article(id: "a", title: "", body: body)).body
  }

  @Test(arguments: try FixtureRow.all("tagging/broken-words.tsv"))
  func halvesOfAWordAreOneWord(row: FixtureRow) {
    let field = tokens(row[0])
    let words = field.tokens.map { String(decoding: field.spelling(of: $0), as: UTF8.self) }
    #expect(words == row[1].components(separatedBy: "|"))
  }

  @Test func aMendedWordCoversItsHalvesAndHasTheWholeWordsHash() throws {
    let field = tokens("rain in Cali-\nfornia and Fernan\ndez")
    let mended = field.tokens.filter { $0.traits.contains(.mended) }
    #expect(mended.map(\.range) == [8..<20, 25..<35])
    #expect(mended.map(\.hash) == [TokenHash.of("california"), TokenHash.of("fernandez")])
  }

  @Test func allTaggersReadTheWholeWord() {
    let tags = Tagger().tags(
      body: "On Tues-\nday Mrs. Clara Fernan\ndez left Cali-\nfornia.",
      date: CalendarDate("1916-08-15"))
    #expect(tags.people.map(\.name) == ["Clara Fernandez"])
    #expect(tags.countries.map(\.code) == ["US"])
    #expect(tags.dates.map(\.date) == [CalendarDate("1916-08-15")])
  }
}
