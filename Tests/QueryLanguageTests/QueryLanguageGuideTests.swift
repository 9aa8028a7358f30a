import QueryLanguage
import Testing

struct QueryLanguageGuideTests {
  @Test func everyExampleIsUnderstood() {
    for example in QueryLanguageGuide.examples {
      #expect(QueryParser().parse(example.query).notes == [], "\(example.query)")
      #expect(QueryLanguageGuide.text.contains("  \(example.query)  "))
    }
  }
}
