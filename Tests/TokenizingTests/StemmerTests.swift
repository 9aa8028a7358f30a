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
    Family(language: "de", words: ["Müller", "Mueller"]),
    Family(language: "de", words: ["Außenminister", "Aussenminister", "Außenministers"]),
    Family(language: "no", words: ["Ålesund", "Aalesund"]),
    Family(language: "ru", words: ["война", "войны", "войну"]),
    Family(language: "ru", words: ["учёный", "ученый", "учёного"]),
    Family(
      language: "ar", words: ["مدرسة", "المدرسة", "والمدرسة", "بالمدرسة", "للمدرسة", "مدرسه"]),
    Family(language: "ar", words: ["أحمد", "احمد"]),
    Family(language: "ar", words: ["العراق", "العـــراق", "والعراق", "للعراق"]),
    Family(language: "ar", words: ["وزير", "الوزير"]),
    Family(language: "ar", words: ["مستشفى", "المستشفي"]),
    Family(language: "ar", words: ["2008", "٢٠٠٨"]),
    Family(language: "fa", words: ["کتاب", "كتاب", "کتابها", "کتابهای"]),
    Family(language: "fa", words: ["ایران", "ايران"]),
    Family(language: "he", words: ["ממשלה", "הממשלה", "והממשלה", "בממשלה", "שהממשלה"]),
    Family(language: "he", words: ["ירושלים", "בירושלים", "לירושלים", "ומירושלים"]),
    Family(language: "he", words: ["הבית", "בית"]),
    Family(language: "tr", words: ["IŞIK", "ışık"]),
    Family(language: "tr", words: ["Irak", "ırak"]),
    Family(language: "el", words: ["Αθήνα", "ΑΘΗΝΑ"]),
    Family(language: "uk", words: ["уряд", "уряду", "урядом"]),
    Family(language: "uk", words: ["війна", "війни", "війну", "війною"]),
    Family(language: "pl", words: ["wojna", "wojny", "wojnę", "wojną"]),
    Family(language: "pl", words: ["prezydent", "prezydenta", "prezydentowi", "prezydentem"]),
    Family(language: "cs", words: ["prezident", "prezidenta", "prezidentovi", "prezidentem"]),
    Family(language: "sk", words: ["vláda", "vlády", "vláde", "vládou"]),
    Family(language: "bg", words: ["правителство", "правителството", "правителства"]),
    Family(language: "hr", words: ["vlada", "vlade", "vladu"]),
  ])
  func formsShareOneStem(_ family: Family) throws {
    let stemmer = try #require(Stemmer(language: family.language))
    let terms = family.words.flatMap(Tokenizer().terms)
    #expect(Set(terms.map(stemmer.stem)).count == 1)
  }

  @Test(arguments: [
    ("en", "left", "leave"), ("en", "founding", "finding"), ("en", "news", "new"),
    ("de", "krieg", "krug"), ("de", "neu", "nu"), ("ar", "وزير", "زير"), ("he", "ברק", "רק"),
    ("fa", "جهان", "جه"), ("uk", "мир", "мурі"),
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
