import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct DamagedNamesTests {
  private func people(_ body: String) -> [String] {
    let article = ArticleTokens(Article(id: "a", title: "", body: body))
    return PersonFinder().spans(in: article).map { article[$0.field].text($0.range) }
  }

  @Test(arguments: try FixtureRow.all("tagging/damaged-names.tsv"))
  func namesGoOnOverDamageAndEndBeforePlainWords(row: FixtureRow) {
    #expect(people(row[0]) == row[1].components(separatedBy: "|").filter { !$0.isEmpty })
  }

  @Test func aSurnameThatIsAWordKeepsItsCapitalsAloneInALineOfThem() {
    #expect(people("DR. ARTHUR MITE\nATTEMPTS TO LEAVE\nThe doctor was seen.") == ["ARTHUR MITE"])
    #expect(people("GEN. BELL CONFIRMS\nREVOLT OF MEN\nThe general was seen.") == ["BELL"])
  }

  @Test func aNameInTheTitleDoesNotGoOnInTheBody() {
    let article = ArticleTokens(
      Article(id: "a", title: "\"BILLY\" HOWARD", body: "\"BILLY\" HOWARD\nhe will be careful"))
    let spans = PersonFinder().spans(in: article)
    #expect(spans.map(\.range) == [1..<6, 8..<14, 1..<6, 8..<14])
  }

  @Test func aHeadlineInCapitalsHasTheSurnamesOfTheText() {
    #expect(
      people("TENER FINES TINKER\nAND HIS MEN\nThe fine was paid by Joe Tinker on Monday.")
        .contains("TINKER"))
  }

  @Test func aFamousPlaceButForOneLetterIsNobody() {
    #expect(people("Many were taken, according to Berlin. Pctrograd said so too.") == [])
  }
}
