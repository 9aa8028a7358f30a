import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import NewsTagging

struct NameRulesTests {
  private func people(_ body: String) -> [String] {
    let article = ArticleTokens(Article(id: "a", title: "", body: body))
    return PersonFinder().spans(in: article).map { article[$0.field].text($0.range) }
  }

  @Test(arguments: try FixtureRow.all("tagging/name-rules.tsv"))
  func wordsBesideANameDecide(row: FixtureRow) {
    #expect(people(row[1]) == row[2].components(separatedBy: "|").filter { !$0.isEmpty })
  }

  @Test(arguments: [
    ("Lviv was hit by an earthquake. Stuttgart said the talks had failed; Irkutsk agreed.", []),
    ("Henan and Gansu are short of water, and Crete was shaken.", []),
    ("Carranza forces marched. Kitchener was told.", ["Carranza", "Kitchener"]),
  ])
  func aCityThatNobodyIsCalledLikeIsNoPerson(body: String, expected: [String]) {
    #expect(people(body) == expected)
  }

  @Test(arguments: [
    (
      "The post went to Tendai Biti, 47, a banker, and to Szeto Wah, aged 52.",
      ["Tendai Biti", "Szeto Wah"]
    ),
    ("The table: Lens, 47, Nantes, 46, Metz, 45. Detroit Bruks, 47, were first.", []),
    (
      "The prize went to Qarwani, aged 34, of Leeds and to the Brunk Vellor, 12 of which were lost.",
      ["Qarwani"]
    ),
    ("Dallas Cowboys, 24, and New York Giants, 17, met. Servette, 31, were first.", []),
  ])
  func aNameBeforeAnAgeIsAPerson(body: String, expected: [String]) {
    #expect(people(body) == expected)
  }

  @Test(arguments: [
    ("Police named Abu Qassar and Umm Bilal al-Tarwani.", ["Abu Qassar", "Umm Bilal al-Tarwani"]),
    ("They flew from Abu Dhabi to Abu Simbel, and Abu Sayyaf men left.", []),
    ("He met Prime Minister Al - Tarwani today.", ["Al - Tarwani"]),
  ])
  func whoIsCalledAfterAChildIsAPerson(body: String, expected: [String]) {
    #expect(people(body) == expected)
  }

  @Test func everyKindOfRuleHasCasesAndEveryRowAReason() throws {
    let cases = Set(try FixtureRow.all("tagging/name-rules.tsv").map { $0[0] })
    let rows = Gazetteer.nameRules.rows.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    #expect(Set(rows.map { $0[0] }) == cases)
    #expect(rows.allSatisfy { $0.count == 3 && $0[2].count > 10 })
  }

  @Test func wordsHaveTheirKindsWithAndWithoutTheDot() {
    let rules = NameRules.shared
    #expect(rules[TokenHash.of("gen.")] == .office)
    #expect(rules[TokenHash.of("gen")] == .office)
    #expect(rules[TokenHash.of("king")] == [.role, .royal])
    #expect(rules[TokenHash.of("mill")] == [])
  }

  @Test func initialsAloneAreNobody() {
    #expect(people("He came from Keene, N. H., and left for Washington, D. C. on Monday.") == [])
    #expect(people("TERMS CASH\nH. J. BALLARD, West Derby, sells seeds.") == ["H. J. BALLARD"])
  }

  @Test(arguments: [
    "There have been outbreaks in Senegal and Sierra Leone. Togo is next.",
    "The ministers of Senegal, Svalbard and Jan Mayen and Togo met on Monday.",
    "Trade with Kampuchea fell.",
    "RIO DE JANEIRO, Aug. 15 - The strike at the works ended on Monday, officials said.",
    "SANTO DOMINGO (AP) - The strike at the works ended on Monday.",
    "Stowe, Nov. 12. A hearing was held at the works.",
    "The ship left Port Royal for Santo Domingo, carrying recruits.",
  ])
  func placesAreNobody(text: String) { #expect(people(text) == []) }

  @Test func aNameThatGoesOnOverALineIsNoDateline() {
    let board = "The head of the board was Emmett S.\nDavis, 5 September 1953, and Thomas Lindner."
    #expect(people(board).contains { $0.hasSuffix("Davis") })
  }

  @Test(arguments: [
    ("Mrs. Chas. Humphrey has been quite ill, but is better.", "Chas. Humphrey"),
    ("The house was sold by Jno. T. Lindner, of the town.", "Jno. T. Lindner"),
    ("A letter of Alex. H. Haldwick was read in the house.", "Alex. H. Haldwick"),
    ("They met Josh. The men of the town came home.", "Josh"),
    ("They met Alex. The men of the town came home.", "Alex"),
    ("Adm'l Haldwick has sailed with the fleet.", "Haldwick"),
    ("He lost to Liberal Party of Canada Frank Oliver in the east.", "Frank Oliver"),
    ("A letter of Lieut. Zemlov was read in the house.", "Zemlov"),
    ("A bill of Rep. Crook was read in the house.", "Crook"),
    ("The house was told by Delegate Zemlov of the fire.", "Zemlov"),
    ("The letter of General Ng was read in the house.", "Ng"),
    ("J. T. Hall, a junior in the college, has a broken arm.", "J. T. Hall"),
    ("Mrs. Jane F. Coolidge of Worcester, Mass., said it again.", "Jane F. Coolidge"),
    ("He read of General Haldwick'sT dispatch in the camp.", "Haldwick"),
    ("The men of General Haldwick'i army slept in the camp.", "Haldwick"),
  ])
  func aNameEndsWhereItDoesInPrint(text: String, name: String) {
    #expect(people(text) == [name])
  }

  @Test(arguments: [
    ("M. Bitos avait promis que tout serait rebâti en cinq ans dans la ville.", "Bitos"),
    ("The French premier, M. Haldwick, spoke of the war in Paris.", "Haldwick"),
  ])
  func monsieurIsNobodysFirstName(text: String, name: String) {
    #expect(people(text) == [name])
  }

  @Test func aGenerationStandsBehindItsNameWithoutTheComma() {
    let tags = Tagger().tags(body: "A letter came from W. W. Haldwick, Jr., of this town.")
    #expect(tags.people.map(\.name) == ["W. W. Haldwick Jr."])
  }

  @Test func aTownThatOpensALineWithItsDateIsNobody() {
    #expect(people("Moose Jaw, Sask., Sept. 29. Men entered the bank late last night.") == [])
  }

  @Test func aTitleThatTellsNoGenderNamesTheManOfACouple() {
    func tags(_ body: String) -> [String] { Tagger().tags(body: body).people.map(\.name) }
    #expect(tags("A dinner was given by Rev. and Mrs. Stansbery in the hall.") == ["Stansbery"])
    #expect(tags("A dinner was given by Mr. and Mrs. Stansbery in the hall.") == [])
  }

  @Test func aTownBeforeItsStateIsNobody() {
    #expect(
      people("The Wilson fair opened. Ryder, N. D., had rain, and Austin, Texas, none.") == [])
  }

  @Test func whoHasAnOfficeOnceIsAPersonThroughout() {
    #expect(
      people("LANSDALE RESIGNS\n\nA wire from General Lansdale came. Lansdale wants men.")
        == ["LANSDALE", "Lansdale", "Lansdale"])
  }

  @Test(arguments: [
    ("Hughes and Taft has lowered its rating. Later Hughes and Taft raised it again.", []),
    ("Hughes and Taft have met again. In May they left.", ["Hughes", "Taft"]),
    ("HUGHES <HUG> BUYS MILL\nHughes is an old firm.", []),
    ("Boston-based Hughes left the town. Hughes had built a mill there.", []),
  ])
  func whatIsSaidOfAFirmMakesItsNameNobody(text: String, names: [String]) {
    #expect(Tagger().tags(body: text).people.map(\.name).filter(names.contains) == names)
    #expect(names.isEmpty == Tagger().tags(body: text).people.isEmpty)
  }

  @Test(arguments: [
    (
      "The French envoy met M. Taft in May. M. Taft smiled, and so did Raymond Taft.",
      ["Raymond Taft"]
    ),
    (
      "The envoy met M. Taft in May. M. Taft smiled, and so did Raymond Taft.",
      ["M. Taft", "Raymond Taft"]
    ),
    ("The French envoy met M. Taft and J. Hughes in May.", ["M. Taft", "J. Hughes"]),
  ])
  func monsieurIsNoInitialWhereATextSpeaksOfFrance(text: String, names: [String]) {
    #expect(Tagger().tags(body: text).people.map(\.name) == names)
  }

  @Test(arguments: [
    ("U.S. Agriculture Secretary Richard", "Lindner said", "Richard Lindner"),
    ("West German President Richard von", "Tilgard said", "Richard von Tilgard"),
    ("Parlex Corp said it named Robert", "L. Haldwick, a lawyer, who said", "Robert L. Haldwick"),
  ])
  func aShortFirstLineCutsNoNameInTwo(first: String, second: String, name: String) {
    let body = """
      \(first)
      \(second) that corn would rise this year, and that he
      did not know by how much it would, nor did anybody in the room ask him
      about it in the hour that he stood there and talked of corn and wheat.
      """
    #expect(Tagger().tags(body: body).people.map(\.name) == [name])
  }

  @Test(arguments: [
    "The mill in Alberta burnt. Alberta said it would build another.",
    "They came from Hinton, Alberta, where snow fell.",
    "The government of Alberta sold the mill.",
    "At a rally in Sao Paulo men burnt the flag, and Sao Paulo was dark.",
  ])
  func aPlaceThatIsCalledLikeAPersonIsNobody(text: String) {
    #expect(Tagger().tags(body: text).people == [])
  }

  @Test func noNameRunsFromTheTitleIntoTheBody() {
    for (title, body) in [
      ("Letter of Capt. J.", "A. Haldwick is here."), ("Talk by Otto Haldwick,", "Jr. Otto spoke."),
      ("Wire of Gen.", "Haldwick came."), ("Shares of J.", "Haldwick & Co. fell."),
      ("Otto", "Haldwick came. Otto Haldwick spoke, and Otto Haldwick left."),
      ("Captains Sowerwick,", "Prowmore and Tarling fell."),
    ] {
      let article = ArticleTokens(Article(id: "a", title: title, body: body))
      for span in PersonFinder().spans(in: article) {
        let size = span.field == .title ? title.utf8.count : body.utf8.count
        #expect(span.range.upperBound <= size, "\(title) / \(body)")
      }
    }
  }

  /// The tokens' short names and those by which persons are told apart are one list.
  @Test func everyShortNameIsTheWholeOnesInTheListOfGivenNames() {
    let rows = Gazetteer.givenNames.rows.map { String(decoding: $0[1], as: UTF8.self) }
      .map { Set($0.split(separator: " ").map(String.init)) }
    let words = "\(ShortNames.namesPairs) \(ShortNames.lonePairs)".split(
      whereSeparator: \.isWhitespace
    )
    .map(String.init)
    #expect(words.count > 60 && words.count % 2 == 0)
    for at in stride(from: 0, to: words.count, by: 2) {
      #expect(rows.contains { $0.isSuperset(of: words[at...at + 1]) }, "\(words[at])")
    }
  }
}
