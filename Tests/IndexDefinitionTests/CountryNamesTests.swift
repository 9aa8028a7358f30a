import IndexDefinition
import Testing

struct CountryNamesTests {
  @Test func labelsAreEnglishAndUnknownCodesStandForThemselves() {
    #expect(
      ["GB", "US", "XK", "SU", "TR", "CI", "QQ"].map { CountryNames.label(for: $0) } == [
        "United Kingdom", "United States", "Kosovo", "Soviet Union", "Turkey", "Côte d'Ivoire",
        "QQ",
      ])
  }

  @Test(arguments: [
    ("gb", "GB"), ("germany", "DE"), ("Deutschland", "DE"), ("cote d ivoire", "CI"),
    ("Ivory Coast", "CI"), ("the netherlands", "NL"), ("holland", "NL"), ("U.S.A.", "US"),
    ("uk", "GB"), ("Burma", "MM"), ("ukrainian", "UA"), ("Zaïre", "CD"), ("ussr", "SU"),
    ("british", "GB"), ("Estados Unidos", "US"), ("Kosovo", "XK"), ("Persia", "IR"),
    ("Ceylon", "LK"), ("DDR", "DD"), ("ÖSTERREICH", "AT"), ("South Korea", "KR"),
    ("Congo", "CD"), ("Korea", "KR"),
  ])
  func anyNameLeadsToItsCode(input: String, code: String) {
    #expect(CountryNames.code(for: input) == code)
  }

  @Test func unknownNamesGetTheNearest() {
    #expect(CountryNames.code(for: "Germny") == nil)
    #expect(CountryNames.code(for: "  ") == nil)
    #expect(CountryNames.suggestions(for: "Germny").first == "Germany")
    #expect(CountryNames.suggestions(for: "Untied Kingdom").first == "United Kingdom")
    #expect(CountryNames.suggestions(for: "xqzw").isEmpty)
  }

  @Test func everyCodeHasALabel() {
    let codes = CountryNames.all.map(\.code)
    #expect(codes.count > 250 && Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.utf8.count == 2 })
    #expect(
      CountryNames.all.filter { CountryNames.code(for: $0.label) != $0.code }.map(\.label) == [])
  }
}
