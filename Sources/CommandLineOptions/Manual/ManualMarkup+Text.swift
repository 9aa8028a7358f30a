/// Text in the markup of mdoc(7).
extension ManualMarkup {
  /// Sentences on lines of their own, as the markup wants them.
  static func prose(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " " + word
      if word.hasSuffix(".") || word.hasSuffix("?") { lines.append("") }
    }
    return lines.filter { !$0.isEmpty }.map(escapedLine)
  }

  /// Lines exactly as they stand.
  static func literal(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escapedLine(String($0)) }
  }

  /// Backslashes are the markup's own; a dash must stay one that can be copied.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }

  /// A dot or an apostrophe in front would begin a command.
  private static func escapedLine(_ line: String) -> String {
    let text = escaped(line)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
