/// Text in the markup of mdoc(7).
extension ManualMarkup {
  /// Sentences on lines of their own, as the markup wants them, and none longer than it likes.
  static func prose(_ text: String) -> [String] {
    var sentences = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      sentences[sentences.count - 1] += " " + word
      if word.hasSuffix(".") || word.hasSuffix("?") { sentences.append("") }
    }
    return sentences.flatMap { Wrapping.lines($0, width: 72) }.map(escapedLine)
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
