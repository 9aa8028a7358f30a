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
    return escaped(String(value.dropFirst(kept.text.count)))
  }

  private func escaped(_ text: String) -> String {
    switch kept.open {
    case .single: text.replacing("'", with: "'\\''")
    case .double: text.escaping { "\"\\$`".contains($0) }
    case .none: text.escaping { " \t\"'\\$`&|;<>()*?[]{}!#~".contains($0) }
    }
  }
}

extension String {
  fileprivate func escaping(_ isSpecial: (Character) -> Bool) -> String {
    var text = ""
    for character in self { text += isSpecial(character) ? "\\\(character)" : "\(character)" }
    return text
  }
}
