internal import CommandLineOptions

/// A language on the command line, by its code of two letters (ISO 639-1).
struct LanguageCode: OptionValue {
  let code: String

  init?(argument: String) {
    let letters = Array(argument.lowercased().utf8)
    guard letters.count == 2, letters.allSatisfy({ (97...122).contains($0) }) else { return nil }
    code = argument.lowercased()
  }

  static var kind: ValueKind {
    ValueKind(
      "CODE", takes: "a code of two letters such as en", example: "fr",
      completion: .values(IndexCompletion.Kind.language.rawValue),
      correction: { text in
        self.code(of: text).map { "a code of two letters: \($0) for \(text)" }
      })
  }

  /// The code of a language that was written out, or with a country behind it (`en-GB`).
  private static func code(of text: String) -> String? {
    let typed = text.lowercased()
    if let named = names.first(where: { [$0.name, $0.own, $0.long].contains(typed) }) {
      return named.code
    }
    let word = String(typed.prefix { $0.isLetter })
    return word.count < typed.count ? LanguageCode(argument: word)?.code : nil
  }

  /// Languages that news is written in: code, English name, own name, code of three letters.
  static let names: [(code: String, name: String, own: String, long: String)] = [
    ("ar", "arabic", "العربية", "ara"), ("bg", "bulgarian", "български", "bul"),
    ("bn", "bengali", "বাংলা", "ben"), ("ca", "catalan", "català", "cat"),
    ("cs", "czech", "čeština", "ces"), ("da", "danish", "dansk", "dan"),
    ("de", "german", "deutsch", "deu"), ("el", "greek", "ελληνικά", "ell"),
    ("en", "english", "english", "eng"), ("es", "spanish", "español", "spa"),
    ("et", "estonian", "eesti", "est"), ("fa", "persian", "فارسی", "fas"),
    ("fi", "finnish", "suomi", "fin"), ("fr", "french", "français", "fra"),
    ("he", "hebrew", "עברית", "heb"), ("hi", "hindi", "हिन्दी", "hin"),
    ("hr", "croatian", "hrvatski", "hrv"), ("hu", "hungarian", "magyar", "hun"),
    ("id", "indonesian", "indonesia", "ind"), ("it", "italian", "italiano", "ita"),
    ("ja", "japanese", "日本語", "jpn"), ("ko", "korean", "한국어", "kor"),
    ("lt", "lithuanian", "lietuvių", "lit"), ("lv", "latvian", "latviešu", "lav"),
    ("nl", "dutch", "nederlands", "nld"), ("no", "norwegian", "norsk", "nor"),
    ("pl", "polish", "polski", "pol"), ("pt", "portuguese", "português", "por"),
    ("ro", "romanian", "română", "ron"), ("ru", "russian", "русский", "rus"),
    ("sk", "slovak", "slovenčina", "slk"), ("sl", "slovenian", "slovenščina", "slv"),
    ("sr", "serbian", "српски", "srp"), ("sv", "swedish", "svenska", "swe"),
    ("th", "thai", "ไทย", "tha"), ("tr", "turkish", "türkçe", "tur"),
    ("uk", "ukrainian", "українська", "ukr"), ("ur", "urdu", "اردو", "urd"),
    ("vi", "vietnamese", "tiếng việt", "vie"), ("zh", "chinese", "中文", "zho"),
  ]
}
