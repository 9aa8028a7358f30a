import IndexDefinition
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// What is found in articles of several languages.
struct LanguageSearchTests {
  private static func article(
    _ id: String, _ language: String, _ body: String
  ) -> (Article, Tags) {
    (Article(id: id, title: "", body: body, language: language), Tags())
  }

  private static let mixed = [
    article("en1", "en", "The minister opens the harbour."),
    article("en2", "en", "Ministers meet in the harbour."),
    article("en3", "en", "A storm over the sea."),
    article("fr", "fr", "Les élections municipales ont lieu dimanche."),
    article("ru", "ru", "Министры обсуждают войну."),
    article("ar", "ar", "والوزير في المدرسة"),
    article("de", "de", "Der Hafen an der See ist gesperrt, die Schiffe warten."),
  ]

  private func ids(
    _ text: String, in articles: [(Article, Tags)] = mixed,
    _ change: (inout SearchRequest) -> Void = { _ in }
  ) throws -> [String] {
    try withSearcher(articles) { searcher, _ in
      try searcher.search(
        request(text) {
          $0.match = .best
          change(&$0)
        }
      ).ids
    }
  }

  @Test func aQuestionIsReadInTheLanguageOfItsWords() throws {
    #expect(try ids("quand est-ce que l'élection municipale a lieu") == ["fr"])
    #expect(try ids("война министров") == ["ru"])
    #expect(try ids("الوزير للمدرسة") == ["ar"])
    #expect(try ids("minister harbours").sorted() == ["en1", "en2"])
  }

  @Test func strictModesReadItInTheLanguageOfMostArticles() throws {
    #expect(try ids("война министров") { $0.match = .all } == [])
    #expect(
      try ids("война министров") {
        $0.filters.language = "ru"; $0.match = .all
      } == ["ru"])
  }

  @Test func joinedArticlesAreOffInTheirLanguageAlone() throws {
    let french = [Self.article("1", "fr", "La mer et les élections.")]
    #expect(try ids("l'élection", in: french) == ["1"])
    #expect(try ids("l'élection", in: french) { $0.match = .all } == [])
  }

  @Test func aCompoundIsMetByItsPartsNearEachOther() throws {
    let german = [
      Self.article("1", "de", "Der Hafen an der See ist gesperrt."),
      Self.article("2", "de", "Der Seehafen ist gesperrt."),
      Self.article("3", "de", "Der Hafen von Bremen ist weit weg vom Dorf und auch von der See."),
      Self.article("4", "de", "Ein Dorf im Wald."),
    ]
    #expect(try ids("Seehafen gesperrt", in: german) == ["2", "1"])
    #expect(try ids("Seehafens Sperrung", in: german) == ["2", "1"])
    #expect(try ids("Seehafen", in: german) { $0.match = .any } == ["2"])
  }

  @Test func anUmlautMayBeWrittenAsTwoLetters() throws {
    let german = [
      Self.article("1", "de", "Müller spricht."), Self.article("2", "de", "Es regnet."),
    ]
    #expect(try ids("Mueller", in: german) == ["1"])
  }

  @Test func aWordWhoseFormsAreInTheIndexIsNotCorrected() throws {
    let articles = Self.mixed + [Self.article("fr2", "fr", "Le ministre est au port de Brest.")]
    try withSearcher(articles) { searcher, _ in
      let results = try searcher.search(
        request("est-ce que le harbours est au port") { $0.match = .best })
      #expect(results.corrected == [])
    }
  }
}
