import OperatingSystem

/// The `+++` block at the head of a Markdown file: the part of TOML that people write there.
///
/// `key = value`: texts in quotes, numbers, dates, lists on one line. Tables are passed over.
struct TOMLMatter {
  private(set) var entries: [(key: String, value: FrontMatter.Value)] = []
  /// The text behind the block.
  let rest: Substring

  /// Nil when the text does not start with a block that ends.
  init?(_ text: String) {
    guard let head = FencedHead(text, fence: "+++") else { return nil }
    rest = head.rest
    for line in head.lines.prefix(while: { !$0.hasPrefix("[") }) {
      guard let equals = line.firstIndex(of: "="), line.first != "#" else { continue }
      let key = line[..<equals].trimmed(where: \.isBlank).trimmed { $0 == "\"" }
      entries.append((String(key), Self.value(line[equals...].dropFirst())))
    }
  }

  private static func value(_ text: Substring) -> FrontMatter.Value {
    let value = text.trimmed(where: \.isBlank)
    guard value.hasPrefix("["), value.hasSuffix("]") else { return .text(unquoted(value)) }
    let items = value.dropFirst().dropLast().split(separator: ",")
    return .list(items.map(unquoted).filter { !$0.isEmpty })
  }

  private static func unquoted(_ text: Substring) -> String {
    let text = text.trimmed(where: \.isBlank)
    guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote
    else { return String(text) }
    let inner = String(text.dropFirst().dropLast())
    return quote == "'"
      ? inner : inner.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }
}
