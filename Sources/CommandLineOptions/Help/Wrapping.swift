/// Breaks prose into lines.
enum Wrapping {
  /// Lines of at most `width` columns; a longer word stands alone.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
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
