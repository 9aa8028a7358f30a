import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct NameLanguageTests {
  private func tokens(_ body: String) -> ArticleTokens {
    ArticleTokens(Article(id: "a", title: "", body: body))
  }

  private func people(_ body: String) -> [String] {
    let article = tokens(body)
    return PersonFinder().spans(in: article).map { article[$0.field].text($0.range) }
  }

  @Test(arguments: try FixtureRow.all("tagging/people-languages.tsv"))
  func namesAreCutToWhatIsTheirs(row: FixtureRow) {
    #expect(tokens(row[1]).language == row[0])
    #expect(people(row[1]) == row[2].components(separatedBy: "|").filter { !$0.isEmpty })
  }

  @Test func everyRowHasAKindAndAReason() {
    let rows = Gazetteer.nameLanguages.rows.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    let kinds: Set = [
      "article", "elided", "genitive", "noun", "noun-ending", "small-word", "thing",
    ]
    #expect(Set(rows.map { $0[1] }) == kinds)
    #expect(rows.allSatisfy { $0.count == 4 && $0[3].count > 10 })
    #expect(Set(rows.map { $0[0] }) == Set(Tags.languages).subtracting(["en"]))
  }

  @Test func englishAndUntaggedLanguagesHaveNone() {
    #expect([nil, "en", "sv"].allSatisfy { NameLanguage.of($0) == nil })
  }

  @Test(arguments: [
    (
      "Il n'a pas vu la lettre d'Anna et de l'Italien qui était dans la rue.",
      ["d'", "Anna", "l'", "Italien"]
    ),
    ("Il n'a pas vu le livre de Giscard d'Estaing qui était dans la rue.", ["d'Estaing"]),
    ("Es ist nicht mehr das Haus von Lindners Vater, sagte er der Zeitung.", ["Lindner", "s"]),
    ("Er war nicht bei Otto Haldwikers Feier in der Stadt, sagte sie.", ["Haldwiker", "s"]),
    ("Es ist nicht mehr das Haus von Hans oder der Preis des Buches in Paris.", ["Hans", "Paris"]),
  ])
  func whatIsGluedToANameIsParted(text: String, words: [String]) {
    let body = tokens(text).body
    let all = body.tokens.map(body.text)
    #expect(words.allSatisfy(all.contains))
  }

  @Test func aNounIsToldByItsEnding() {
    let german = NameLanguage.of("de")
    func ends(_ word: String) -> Bool? { german?.endsAsNoun(Array(word.utf8)[...]) }
    #expect(ends("Verwaltung") == true)
    #expect(ends("Bahnhofstraße") == true)
    #expect(ends("Lindner") == false)
    #expect(ends("ung") == false)
  }
}
