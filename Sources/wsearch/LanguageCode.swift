internal import CommandLineOptions
internal import IndexDefinition

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
    if let named = LanguageNames.all.first(where: { [$0.name, $0.own, $0.long].contains(typed) }) {
      return named.code
    }
    let word = String(typed.prefix { $0.isLetter })
    return word.count < typed.count ? LanguageCode(argument: word)?.code : nil
  }
}
