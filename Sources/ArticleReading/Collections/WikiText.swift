/// Plain text out of MediaWiki's markup.
struct WikiText {
  let plain: String

  init(_ source: String) {
    var scanner = Scanner(bytes: Array(source.utf8))
    scanner.run()
    let lines = scanner.output.split(separator: 0x0a, omittingEmptySubsequences: false)
      .map { Self.line(Substring(decoding: $0.last == 0x0d ? $0.dropLast() : $0, as: UTF8.self)) }
    plain = Self.paragraphs(lines)
  }

  /// A line without the marks of headings and lists.
  private static func line(_ line: Substring) -> Substring {
    var line = line.drop { "*#:;".contains($0) }
    if line.hasPrefix("="), line.trimmingSuffix(while: { $0 == " " }).hasSuffix("=") {
      line = line.drop { $0 == "=" }.trimmingSuffix { $0 == "=" || $0 == " " }
    }
    if line.hasPrefix("__"), line.hasSuffix("__") { return "" }
    return line.drop { $0 == " " }.trimmingSuffix { $0 == " " }
  }

  private static func paragraphs(_ lines: [Substring]) -> String {
    var text = ""
    var gap = ""
    for line in lines {
      if line.isEmpty {
        gap = "\n\n"
      } else {
        text += (text.isEmpty ? "" : gap) + line
        gap = "\n"
      }
    }
    return text
  }

  /// One pass over the bytes that drops what is no text.
  private struct Scanner {
    let bytes: [UInt8]
    var output: [UInt8] = []
    var position = 0
    /// Where templates and tables end, and links; looked for when the first is met.
    lazy var templates = WikiBrackets.templates(in: bytes)
    lazy var links = WikiBrackets.links(in: bytes)
    /// The next `>`, or the end.
    var angle = -1
    /// End tags that the rest of the text does not have.
    var missing: Set<String> = []

    mutating func run() {
      while position < bytes.count {
        if starts("{{") || starts("{|") {
          skipNested()
        } else if starts("[[") {
          link()
        } else if starts("[http") || starts("[//") {
          externalLink()
        } else if starts("<") {
          tag()
        } else if starts("''") {
          while position < bytes.count, bytes[position] == 0x27 { position += 1 }
        } else if starts("&") {
          entity()
        } else {
          output.append(bytes[position])
          position += 1
        }
      }
    }

    private func starts(_ mark: StaticString) -> Bool {
      let count = mark.utf8CodeUnitCount
      guard position + count <= bytes.count else { return false }
      for index in 0..<count where bytes[position + index] != mark.utf8Start[index] { return false }
      return true
    }

    private func find(_ mark: String, from start: Int) -> Int? {
      bytes[min(start, bytes.count)...].firstRange(of: mark.utf8)?.lowerBound
    }

    /// A template or table, with all inside; what never closes ends with its line.
    private mutating func skipNested() {
      if let end = templates.end(of: position) {
        position = end + 2
      } else {
        position = bytes[position...].firstIndex(of: 0x0a) ?? bytes.count
      }
    }

    /// `[[target|words]]`: its words; files and categories are none.
    private mutating func link() {
      guard let end = links.end(of: position), end < position + Self.longestLink else {
        return position += 2
      }
      let inner = bytes[(position + 2)..<end]
      let target = String(decoding: inner.prefix { $0 != 0x7c }, as: UTF8.self).lowercased()
      position = end + 2
      if target.hasPrefix(":") || !target.contains(":") {
        let words = inner.lastIndex(of: 0x7c).map { inner[($0 + 1)...] } ?? inner
        output.append(contentsOf: words.filter { $0 != 0x5b && $0 != 0x5d })
      }
    }

    private static let longestLink = 20_000

    /// `[https://example.org words]`.
    private mutating func externalLink() {
      let end = bytes[position...].firstIndex { $0 == 0x5d || $0 == 0x0a } ?? bytes.count
      let words = bytes[position..<end].drop { $0 != 0x20 }.dropFirst()
      output.append(contentsOf: words)
      position = min(bytes.count, end + (end < bytes.count && bytes[end] == 0x5d ? 1 : 0))
    }

    /// Comments and notes go with their content, all other tags alone.
    private mutating func tag() {
      if starts("<!--") {
        position = find("-->", from: position).map { $0 + 3 } ?? bytes.count
        return
      }
      if angle < position { angle = bytes[position...].firstIndex(of: 0x3e) ?? bytes.count }
      let end = angle
      guard end < min(bytes.count, position + 2000) else {
        output.append(bytes[position])
        return position += 1
      }
      let name = bytes[(position + 1)..<end].prefix { $0 | 0x20 &- 97 < 26 }
      let closesItself = bytes[end - 1] == 0x2f
      let word = String(decoding: name, as: UTF8.self).lowercased()
      position = end + 1
      guard !closesItself, Self.dropped.contains(word), !missing.contains(word) else { return }
      if let end = find("</\(word)>", from: position) {
        position = end + word.utf8.count + 3
      } else {
        missing.insert(word)
      }
    }

    private static let dropped: Set<String> = [
      "ref", "gallery", "math", "syntaxhighlight", "source", "timeline", "imagemap", "score",
    ]

    private mutating func entity() {
      let name = bytes[position...].dropFirst().prefix(8).prefix { $0 != 0x3b }
      let character: String? =
        switch String(decoding: name, as: UTF8.self) {
        case "nbsp": " "
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "ndash": "–"
        case "mdash": "—"
        default: nil
        }
      output.append(contentsOf: (character ?? "&").utf8)
      position += character == nil ? 1 : name.count + 2
    }
  }
}
