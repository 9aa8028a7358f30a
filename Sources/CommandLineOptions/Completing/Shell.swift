/// The shells that can complete.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  static var names: [String] { allCases.map(\.rawValue) }
}

extension Program {
  /// Answers a completion script: a line of directions, then a candidate a line.
  ///
  /// - Parameter words: the shell's name; from bash the line up to the cursor and what readline
  ///   will replace of it; from the others the words up to the cursor.
  func answer(to words: [String]) -> String {
    guard let shell = words.first.flatMap(Shell.init), words.count > 1 else { return "" }
    let rest = Array(words.dropFirst())
    let suggester = Suggester(program: self)
    if shell == .bash {
      let (before, current) = ShellReader.read(rest[0])
      let found = suggester.suggestions(
        after: before.dropFirst().map(\.text), current: current.text)
      let place = ReadlinePlace(current, replaced: rest.count > 1 ? rest[1] : current.raw)
      return place.answer(found)
    }
    // fish gives the words before the last as it reads them, zsh as they were typed.
    let before = rest.dropLast().map { shell == .fish ? $0 : ShellWord($0).text }
    let current = ShellWord(rest[rest.count - 1]).text
    var found = suggester.suggestions(after: before, current: current)
    if shell == .fish { found.candidates = found.candidates.map { $0.keeping(current) } }
    return ShellAnswer(
      found, lines: found.candidates.map { "\($0.value)\t\($0.note)" },
      values: found.candidates.map(\.value), typed: current
    ).text
  }
}

/// What goes back to a script: directions on the first line, then the candidates.
///
/// `files`: the shell completes paths; `nospace`: the word goes on; `menu`: what the candidates
/// have in common does not begin with what was typed, so nothing may be put in its place.
struct ShellAnswer {
  let text: String

  init(_ suggestions: Suggestions, lines: [String], values: [String], typed: String) {
    var directions = [suggestions.areFiles ? "files" : "words"]
    if !values.isEmpty, values.allSatisfy({ $0.hasSuffix(":") }) { directions.append("nospace") }
    let common = Suggestions.commonPrefix(values).lowercased()
    if values.count > 1, !common.hasPrefix(typed.lowercased()) { directions.append("menu") }
    text = ([directions.joined(separator: " ")] + lines).joined(separator: "\n") + "\n"
  }
}
