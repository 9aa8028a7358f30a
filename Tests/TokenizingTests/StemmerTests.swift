import Testing
import Tokenizing

struct StemmerTests {
  @Test func everyLanguageHasAnAlgorithm() {
    #expect(Stemmer.languages.filter { Stemmer(language: $0) == nil } == [])
  }

  @Test(arguments: ["", "xx", "english", "hi"]) func otherLanguagesHaveNone(language: String) {
    #expect(Stemmer(language: language) == nil)
  }

  struct Family: CustomTestStringConvertible {
    let language: String
    let words: [String]
    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Family(language: "en", words: ["run", "running", "runs", "ran"]),
    Family(language: "en", words: ["go", "goes", "going", "went", "gone"]),
    Family(language: "en", words: ["child", "children"]),
    Family(language: "en", words: ["man", "men"]),
    Family(language: "en", words: ["strike", "strikes", "striking", "struck"]),
    Family(language: "en", words: ["crisis", "crises"]),
    Family(language: "de", words: ["Straße", "Strasse", "Straßen"]),
    Family(language: "de", words: ["Haus", "Häuser"]),
    Family(language: "fr", words: ["élection", "élections"]),
    Family(language: "es", words: ["nación", "naciones"]),
    Family(language: "ru", words: ["война", "войны", "войну"]),
  ])
  func formsShareOneStem(_ family: Family) throws {
    let stemmer = try #require(Stemmer(language: family.language))
    let terms = family.words.flatMap(Tokenizer().terms)
    #expect(Set(terms.map(stemmer.stem)).count == 1)
  }

  @Test(arguments: [
    ("en", "left", "leave"), ("en", "founding", "finding"), ("en", "news", "new"),
    ("de", "krieg", "krug"),
  ])
  func otherWordsKeepApart(language: String, one: String, other: String) throws {
    let stemmer = try #require(Stemmer(language: language))
    #expect(stemmer.stem(one) != stemmer.stem(other))
  }

  @Test func emptyAndForeignTermsStayThemselves() throws {
    let stemmer = try #require(Stemmer(language: "en"))
    #expect(["", "東京", "2025", "мир"].map(stemmer.stem) == ["", "東京", "2025", "мир"])
  }
}
