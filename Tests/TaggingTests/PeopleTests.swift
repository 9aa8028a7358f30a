import IndexDefinition
import Testing

@testable import Tagging

struct PeopleTests {
  private func people(_ body: String, title: String = "") -> [String] {
    let article = ArticleTokens(Article(id: "a", title: title, body: body))
    return PersonFinder().spans(in: article).map { article[$0.field].text($0.range) }
  }

  @Test func honorificsAndTitlesAreNoPartOfTheName() {
    #expect(
      people(
        "Sir Alan Whitmore met President Emilia Navarro. Mr Whitmore’s aides said Sir Alan was glad."
      )
        == ["Alan Whitmore", "Emilia Navarro", "Whitmore", "Alan"])
  }

  @Test func particlesAndHyphensJoinNames() {
    #expect(
      people("Minister Greta von der Heide wrote to Jean-Luc Moreau on Monday.")
        == ["Greta von der Heide", "Jean-Luc Moreau"])
  }

  @Test func photoCreditsNameThePhotographer() {
    #expect(
      people("The mayor opened the bridge on Friday (Helen Marsden/PA)") == ["Helen Marsden"])
  }

  @Test func spansCountFromTheirField() {
    let article = ArticleTokens(
      Article(id: "a", title: "Anna Kowalska wins", body: "Judge Anna Kowalska won on Sunday."))
    let spans = PersonFinder().spans(in: article)
    #expect(spans.map(\.field) == [.title, .body])
    #expect(spans.map(\.range) == [0..<13, 6..<19])
    #expect(spans.map(\.tokens) == [0..<2, 1..<3])
  }

  @Test func emptyTextHasNobody() {
    #expect(people("") == [])
  }
}
