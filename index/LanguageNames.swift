/// What languages are called.
package enum LanguageNames {
  /// The English name of a code ("fr" gives "French"), the code itself where none is known.
  package static func label(for code: String) -> String {
    guard let name = all.first(where: { $0.code == code })?.name else { return code }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Languages that news is written in: code (ISO 639-1), English name, own name, code of three
  /// letters.
  package static let all: [(code: String, name: String, own: String, long: String)] = [
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
