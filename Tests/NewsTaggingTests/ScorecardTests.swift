import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct ScorecardTests {
  private func people(_ body: String) -> [String] {
    let article = ArticleTokens(Article(id: "a", title: "", body: body))
    return PersonFinder().spans(in: article).map { article[$0.field].text($0.range) }
  }

  @Test(arguments: try FixtureRow.all("tagging/scorecards.tsv"))
  func aScoreTellsPlayersFromClubs(row: FixtureRow) {
    #expect(people(row[0]) == row[1].split(separator: "|").map(String.init))
  }

  @Test func whoScoredIsFoundWhereverHeStandsAlone() {
    let body = "Rain came late, and Pikering left the field.\nJ. Cole c Marshfield b Pikering 12\n"
    #expect(people(body) == ["Pikering", "J. Cole", "Marshfield", "Pikering"])
  }

  @Test func aScoreIsTheRuleOfWhatTheModelMissed() {
    let body = "The visitors won.\nJ. Cole c Marshfield b Pikering 12\n"
    let article = Article(id: "a", title: "", body: body)
    let mentions = Tagger().tags(of: article).people.flatMap(\.mentions)
    #expect(mentions.map(\.rule) == ["model", "score", "score"])
  }

  @Test func aHyphenThatStandsApartJoinsAnArabicName() {
    #expect(people("He met Nouri al - Tarwani on Monday.") == ["Nouri al - Tarwani"])
    #expect(people("He met Nouri Al - Tarwani on Monday.") == ["Nouri Al - Tarwani"])
    #expect(people("A game of Anna Marsh - Peter Cole ended.") == ["Anna Marsh", "Peter Cole"])
  }

  @Test func aNameBeginsBehindTheLastOfficeBeforeIt() {
    #expect(people("He wrote to U. S. District Judge Norma Marsh.") == ["Norma Marsh"])
  }
}
