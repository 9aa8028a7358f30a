extension PersonRule {
  /// Why a line is no rule; says what would be one.
  package struct SyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
    package var line: String
    package var reason: String

    package var description: String { "\(reason): \(line)" }
  }

  /// Reads a rule's line, as ``description`` writes it.
  ///
  /// - Throws: ``SyntaxError``.
  package init(line: String) throws(SyntaxError) {
    guard let words = Self.words(of: line) else {
      throw SyntaxError(line: line, reason: "a quote is missing (write names as \"Keir Starmer\")")
    }
    guard let rule = Self.rule(words) else {
      throw SyntaxError(line: line, reason: Self.usage)
    }
    self = rule
  }

  private static let usage =
    "not a rule (write: merge \"A\" into \"B\", rename \"A\" to \"B\", hide \"A\", "
    + "split \"A\" from \"B\", split \"A\" into \"B\" from DATE to DATE, "
    + "split \"A\" into \"B\" in \"ARTICLE\")"

  private enum Word: Equatable {
    case plain(String)
    case quoted(String)
  }

  private static func rule(_ words: [Word]) -> PersonRule? {
    guard words.count >= 2, case .plain(let verb) = words[0], case .quoted(let name) = words[1],
      !name.isEmpty
    else { return nil }
    if verb == "hide" { return words.count == 2 ? .hide(name) : nil }
    guard words.count >= 4, case .plain(let joint) = words[2], case .quoted(let other) = words[3],
      !other.isEmpty, other != name
    else { return nil }
    switch (verb, joint, words.count) {
    case ("merge", "into", 4): return .merge(name, into: other)
    case ("rename", "to", 4): return .rename(name, to: other)
    case ("split", "from", 4): return .keepApart(name, from: other)
    case ("split", "into", 6...8):
      return condition(words[4...]).map { .split(name, into: other, where: $0) }
    default: return nil
    }
  }

  private static func condition(_ words: ArraySlice<Word>) -> Condition? {
    var words = words
    if words.count == 2, words.first == .plain("in"), case .quoted(let id) = words.last {
      return .article(id)
    }
    var dates: [String: CalendarDate] = [:]
    while case .plain(let end) = words.popFirst(), case .plain(let text) = words.popFirst() {
      guard ["from", "to"].contains(end), dates[end] == nil, let date = CalendarDate(text)
      else { return nil }
      dates[end] = date
    }
    return words.isEmpty ? .dates(DateRange(from: dates["from"], to: dates["to"])) : nil
  }

  /// The words of a line; nil: a quote is not closed.
  private static func words(of line: String) -> [Word]? {
    var words: [Word] = []
    var rest = Substring(line)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        guard let name = takeQuoted(&rest) else { return nil }
        words.append(.quoted(name))
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "\"" }
        words.append(.plain(String(word)))
        rest.removeFirst(word.count)
      }
    }
    return words
  }

  private static func takeQuoted(_ rest: inout Substring) -> String? {
    var name = ""
    while let character = rest.popFirst() {
      if character == "\"" { return name }
      if character == "\\" {
        guard let escaped = takeEscaped(&rest) else { return nil }
        name.append(escaped)
      } else {
        name.append(character)
      }
    }
    return nil
  }

  /// What stands behind a backslash: itself, but for characters that would command a terminal.
  private static func takeEscaped(_ rest: inout Substring) -> Character? {
    if rest.hasPrefix("u{"), let end = rest.firstIndex(of: "}"),
      let scalar = UInt32(rest[..<end].dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    {
      rest = rest[end...].dropFirst()
      return Character(scalar)
    }
    let lines: [Character: Character] = ["n": "\n", "r": "\r", "t": "\t"]
    return rest.popFirst().map { lines[$0] ?? $0 }
  }
}
