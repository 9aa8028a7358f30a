import Testing
import Tokenizing

struct StopWordsTests {
  @Test(arguments: StopWords.languages) func areTermsAsTheTokenizerMakesThem(language: String) {
    let words = StopWords.terms(language: language)
    #expect(words.count > 60)
    #expect(words.filter { Tokenizer().terms(in: $0) != [$0] } == [])
  }

  @Test func englishKeepsNamesOutOfContractions() {
    let words = StopWords.terms(language: "en")
    #expect(words.isSuperset(of: ["the", "of", "s", "t", "ll"]))
    #expect(words.isDisjoint(with: ["don", "isn", "us", ""]))
  }

  @Test func unknownLanguageHasNone() {
    #expect(StopWords.terms(language: "xx") == [])
  }
}
