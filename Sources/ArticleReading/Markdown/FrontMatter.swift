import OperatingSystem

/// The `---` block at the head of a Markdown file: the part of YAML that people write there.
///
/// `key: value`, values in quotes, lists in brackets or one `- item` a line, and text blocks after
/// `|` or `>`. Nested mappings are kept as text.
struct FrontMatter {
  enum Value: Equatable {
    case text(String)
    case list([String])

    var text: String {
      switch self {
      case .text(let text): text
      case .list(let items): items.joined(separator: ", ")
      }
    }
  }

  private(set) var entries: [(key: String, value: Value)] = []
  /// The text behind the block.
  let rest: Substring

  /// Nil when the text does not start with a block that ends, of YAML or of TOML.
  init?(_ text: String) {
    if let matter = TOMLMatter(text) {
      (entries, rest) = (matter.entries, matter.rest)
      return
    }
    guard let head = FencedHead(text, fence: "---", orEnd: "...") else { return nil }
    rest = head.rest
    var block = head.lines[...]
    while let line = block.popFirst() {
      guard let (key, value) = Self.pair(line) else { continue }
      let indented = block.prefix { $0.first?.isWhitespace ?? true || $0.hasPrefix("- ") }
      block = block[indented.endIndex...]
      entries.append((key, Self.value(value, indented)))
    }
  }

  /// `key: value`; nil for comments and other lines.
  private static func pair(_ line: Substring) -> (String, Substring)? {
    guard let colon = line.firstIndex(of: ":"), line.first != "#", line.first != " " else {
      return nil
    }
    let after = line[colon...].dropFirst()
    guard after.first?.isWhitespace ?? true else { return nil }
    return (unquoted(line[..<colon]), after)
  }

  private static func value(_ text: Substring, _ indented: ArraySlice<Substring>) -> Value {
    let value = text.trimmed(where: \.isBlank)
    let lines = indented.map { $0.trimmed(where: \.isBlank) }
    if value.hasPrefix("|") { return .text(lines.joined(separator: "\n")) }
    if value.isEmpty, lines.contains(where: { $0.hasPrefix("- ") }) {
      return .list(lines.filter { $0.hasPrefix("- ") }.map { unquoted($0.dropFirst(2)) })
    }
    if value.hasPrefix("["), value.hasSuffix("]") {
      return .list(value.dropFirst().dropLast().split(separator: ",").map(unquoted))
    }
    let folded = ([value.hasPrefix(">") ? "" : value] + lines).filter { !$0.isEmpty }
    return .text(unquoted(folded.joined(separator: " ")[...]))
  }

  private static func unquoted(_ text: Substring) -> String {
    let text = text.trimmed(where: \.isBlank)
    guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote
    else { return String(text) }
    let inner = String(text.dropFirst().dropLast())
    return quote == "'"
      ? inner.replacing("''", with: "'") : inner.replacing("\\\"", with: "\"")
  }
}
