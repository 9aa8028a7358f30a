import QueryLanguage
import Testing

struct QueryLanguageGuideTests {
  @Test func everyExampleIsUnderstood() {
    for example in QueryLanguageGuide.examples {
      #expect(QueryParser().parse(example.query).notes == [], "\(example.query)")
      #expect(QueryLanguageGuide.text.contains("  \(example.query)  "))
    }
  }

  @Test func noLineIsWiderThanATerminal() {
    let lines = QueryLanguageGuide.text.split(separator: "\n")
    #expect(lines.filter { $0.count > 80 } == [])
  }
}
