/// Where bash puts a candidate: readline replaces only the end of a word, behind the last `:` or
/// `=` or an open quote, and puts in what it is given as it is.
struct ReadlinePlace {
  private let kept: ShellWord
  private let replaced: String

  /// - Parameter replaced: the end of the word that readline will replace.
  init(_ word: ShellWord, replaced: String) {
    self.replaced = replaced
    kept = ShellWord(
      word.raw.hasSuffix(replaced) ? String(word.raw.dropLast(replaced.count)) : "")
  }

  func answer(_ suggestions: Suggestions) -> String {
    let values = suggestions.candidates.compactMap { insertion(of: $0.value) }
    return ShellAnswer(suggestions, lines: values, values: values, typed: replaced).text
  }

  /// What must stand behind the kept part for the shell to read `value`.
  private func insertion(of value: String) -> String? {
    guard value.lowercased().hasPrefix(kept.text.lowercased()) else { return nil }
    return closed(escaped(String(value.dropFirst(kept.text.count))))
  }

  /// readline ends an open quote behind the only candidate, but not where it sees one already.
  private func closed(_ text: String) -> String {
    switch (kept.open, text.unicodeScalars.last) {
    case (.single, "'"): text + "'"
    case (.double, "\""): text + "\""
    default: text
    }
  }

  /// Between double quotes nothing keeps an interactive bash from its history but their end.
  private func escaped(_ text: String) -> String {
    switch kept.open {
    case .single: text.escaping("'") { _ in "'\\''" }
    case .double: text.escaping("\"\\$`!") { $0 == "!" ? "\"\\!\"" : "\\\($0)" }
    case .none: text.escaping(" \t\"'\\$`&|;<>()*?[]{}!#~") { "\\\($0)" }
    }
  }
}

extension String {
  /// With the escape in place of each of the special characters.
  ///
  /// By scalars, as shells read: a mark that combines with a quote does not hide it.
  func escaping(_ special: String, _ escape: (Unicode.Scalar) -> String) -> String {
    var text = ""
    for scalar in unicodeScalars {
      text += special.unicodeScalars.contains(scalar) ? escape(scalar) : String(scalar)
    }
    return text
  }
}
