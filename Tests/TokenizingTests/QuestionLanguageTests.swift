import Testing
import Tokenizing

struct QuestionLanguageTests {
  struct Question: CustomTestStringConvertible {
    let words: String
    let expected: String
    let language: String
    var testDescription: String { words }
  }

  private func language(
    of words: String, expected: String, known: Set<String> = Set(Stemmer.languages)
  ) -> String {
    QuestionLanguage.of(Tokenizer().terms(in: words), expected: expected, others: known)
  }

  @Test(arguments: [
    Question(words: "qui est le ministre de la pêche", expected: "en", language: "fr"),
    Question(words: "wer ist der Minister für Fischerei", expected: "en", language: "de"),
    Question(words: "who was in the harbour of Bremen", expected: "de", language: "en"),
    Question(words: "где живёт министр", expected: "en", language: "ru"),
    Question(words: "уряд України", expected: "ru", language: "uk"),
    Question(words: "министър на труда", expected: "bg", language: "bg"),
    Question(words: "من هو الوزير", expected: "en", language: "ar"),
    Question(words: "وزیر کشور", expected: "ar", language: "fa"),
    Question(words: "מי ראש הממשלה", expected: "en", language: "he"),
    Question(words: "Ποιος είναι ο υπουργός", expected: "en", language: "el"),
  ])
  func wordsShowTheirLanguage(_ question: Question) {
    #expect(language(of: question.words, expected: question.expected) == question.language)
  }

  @Test(arguments: [
    Question(words: "", expected: "fr", language: "fr"),
    Question(words: "Minister Kyiv", expected: "fr", language: "fr"),
    Question(words: "De La Rue", expected: "en", language: "en"),
    Question(words: "港口 罢工", expected: "zh", language: "zh"),
  ])
  func wordsThatDoNotTellAreInTheLanguageExpected(_ question: Question) {
    #expect(
      language(of: question.words, expected: question.expected, known: ["de", "en"])
        == question.language)
  }

  @Test func aLanguageThatNoArticleIsInIsNotTaken() {
    #expect(language(of: "qui est le ministre", expected: "en", known: ["de"]) == "en")
    #expect(language(of: "уряд України", expected: "en", known: ["ru"]) == "ru")
  }
}
