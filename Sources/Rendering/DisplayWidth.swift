/// How many terminal cells text takes: East Asian wide characters two, combining marks none.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + cells($1) }
  }

  /// `text` cut to `width` cells, with an ellipsis in the last where something was cut.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let cells = of(String(character))
      if used + cells > width - 1 { break }
      kept.append(character)
      used += cells
    }
    return kept + "…"
  }

  /// `text` cut to `width` cells at its beginning: what is left of a path tells most.
  static func cutFront(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    return "…" + String(String(cut(String(text.reversed()), to: width).dropLast()).reversed())
  }

  /// `text` in parts of up to `width` cells, which break between characters.
  static func parts(_ text: String, of width: Int) -> [String] {
    guard of(text) > width else { return [text] }
    var (parts, used) = ([""], 0)
    for character in text {
      let cells = of(String(character))
      if used > 0, used + cells > width {
        parts.append("")
        used = 0
      }
      parts[parts.count - 1].append(character)
      used += cells
    }
    return parts
  }

  static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// Wide blocks of Unicode's EastAsianWidth.txt, and emoji.
  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      let category = scalar.properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark || category == .format
        ? 0 : 1
    }
  }
}
