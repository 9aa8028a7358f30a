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

  @Test func anInitialThatEndsALineHasItsSurnameInTheNext() {
    let body = "The bank said Otto N.\nHaldwick was named its president."
    #expect(people(body) == ["Otto N.\nHaldwick"])
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

  private static let damaged = """
    Tlie mnyor of Orrin snid on Monday tbat Gen. Haldwick had sont bis meu to Marden. Tbe tronps \
    slept in Kelso, wbere Otto Wllson and ber motlier fonnd tbem hread. On Sunday the vlllage of \
    Ferris was hurned by the eneiny, and in Orrin tlie people fled wltb tbeir cattle to Dunmore.
    """

  private func names(_ body: String, date: String?) -> [String] {
    Tagger().tags(body: body, date: date.flatMap { CalendarDate($0) }).people.map(\.name)
  }

  @Test func aMisprintedNameIsPutRightInADamagedText() throws {
    let tags = Tagger().tags(body: Self.damaged, date: CalendarDate("1916-08-15"))
    let otto = try #require(tags.people.first { $0.name == "Otto Wilson" })
    #expect(otto.mentions.map(\.range.count) == ["Otto Wllson".utf8.count])
  }

  /// Words that are mostly small, where many words are unknown.
  @Test(arguments: ["Wilson Issued a note on the matter.", "Says Wilson of the plan."])
  func aPlainWordIsNoPartOfANameInADamagedText(sentence: String) {
    let people = names(Self.damaged + " " + sentence, date: "1916-08-15")
    #expect(people == ["Haldwick", "Marden", "Otto Wilson", "Ferris"])
  }

  @Test func anOfficeWithWrongLettersIsNoneOfANameInADamagedText() {
    let more = "A note of Ambaaaador Lindner was read. The German Ambaaaador Von Marsh read it."
    let people = names(Self.damaged + " " + more, date: nil)
    #expect(Set(people).isSuperset(of: ["Lindner", "von Marsh"]))
    #expect(!names(more, date: nil).contains("Lindner"))
  }

  @Test func elsewhereANameThatNobodyKnowsStaysAsItIs() {
    let sound = """
      The mayor of Orrin said on Monday that Gen. Haldwick had sent his men to Marden. The troops slept \
      in Kelso, where Otto Wllson and her mother found them bread. On Sunday the village of Ferris was burned.
      """
    #expect(names(sound, date: "1916-08-15").contains("Otto Wllson"))
    #expect(names(sound, date: nil).contains("Otto Wllson"))
  }

  @Test func aGermanWhoOpensASentenceIsCalledAsInsideOfOne() {
    let text = "Von Lindner said so. The men of von Lindner slept."
    #expect(names(text, date: nil) == ["von Lindner"])
  }
}
