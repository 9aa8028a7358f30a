/// Breaks prose into lines.
enum Wrapping {
  /// Lines of at most `width` columns; a longer word stands alone.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// What is not broken: words, and what stands between two backticks.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var isCode = false
    for word in text.split(whereSeparator: \.isWhitespace) {
      if isCode { words[words.count - 1] += " " + word } else { words.append(String(word)) }
      if word.count(where: { $0 == "`" }) == 1 { isCode.toggle() }
    }
    return words
  }

  /// Paragraphs as they stand between empty lines, each broken anew.
  static func paragraphs(_ text: String, width: Int) -> [[String]] {
    blocks(text).map { lines($0, width: width) }
  }

  /// What stands between empty lines.
  static func blocks(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }
      .map { $0.joined(separator: "\n") }
  }
}
