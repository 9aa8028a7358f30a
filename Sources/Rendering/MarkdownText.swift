internal import OperatingSystem

/// Text of strangers within Markdown: it shows as it is written, and nothing of it is markup.
enum MarkdownText {
  /// `text` on one line; HTML, images, links and emphasis in it are characters.
  static func escaped(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").visible
    return markOfLine(line) + line.unicodeScalars.map(escaped).joined()
  }

  /// An address as a link where it leads to the web and nowhere else; else as text.
  static func link(_ address: String) -> String {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    let isPlain = address.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !$0.isCommand && !$0.properties.isWhitespace && !"<>\\`".contains($0)
    }
    guard isPlain, ["http", "https"].contains(scheme), address.contains("://") else {
      return escaped(address)
    }
    return "<\(address)>"
  }

  /// A backslash before what makes a heading, a list or a rule at the beginning of a line.
  private static func markOfLine(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return "" }
    return "-+=".unicodeScalars.contains(first) ? "\\" : ""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$": "\\\(scalar)"
    default: String(scalar)
    }
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
