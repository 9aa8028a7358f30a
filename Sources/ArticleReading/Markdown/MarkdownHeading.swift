import OperatingSystem

/// The heading a Markdown text opens with: `# Title`, or a line underlined with `=`.
struct MarkdownHeading {
  let title: String
  /// The text behind the heading and the empty lines after it.
  let rest: Substring

  init?(_ text: Substring) {
    let start = text.drop { $0.isWhitespace }
    let line = start.prefix { !$0.isNewline }
    var rest = start[line.endIndex...].dropFirst()
    if line.hasPrefix("# ") {
      let words = line.dropFirst(2).trimmed(where: \.isBlank)
      title = MarkdownText(words.trimmingSuffix { $0 == "#" || $0 == " " }).plain
    } else {
      let underline = rest.prefix { !$0.isNewline }.trimmingSuffix { $0.isWhitespace }
      guard !line.isEmpty, !underline.isEmpty, underline.allSatisfy({ $0 == "=" }) else {
        return nil
      }
      rest = rest[underline.endIndex...].drop { !$0.isNewline }
      title = MarkdownText(line).plain
    }
    self.rest = rest.drop { $0.isNewline }
  }
}
