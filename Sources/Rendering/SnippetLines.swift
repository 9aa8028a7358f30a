internal import SearchModel

/// A snippet broken into lines at white space, with its highlights emphasised.
struct SnippetLines {
  let snippet: Snippet
  let style: Style
  let width: Int

  init(_ snippet: Snippet, style: Style, width: Int) {
    self.snippet = snippet
    self.style = style
    self.width = width
  }

  var lines: [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for (word, start) in words {
      let cells = DisplayWidth.of(word)
      if used > 0, used + 1 + cells > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { line += " " }
      line += emphasised(word, at: start)
      used += cells + (used > 0 ? 1 : 0)
    }
    return used > 0 ? lines + [line] : lines
  }

  /// Words with their byte offsets in the snippet.
  private var words: [(String, Int)] {
    let text = snippet.text.utf8
    return text.split(separator: UInt8(ascii: " ")).map {
      (String(Substring($0)), text.distance(from: text.startIndex, to: $0.startIndex))
    }
  }

  private func emphasised(_ word: String, at start: Int) -> String {
    var out = ""
    var at = 0
    let bytes = Array(word.utf8)
    for range in snippet.highlights {
      let from = max(at, range.lowerBound - start)
      let to = min(bytes.count, range.upperBound - start)
      guard from < to else { continue }
      out += text(bytes[at..<from]) + style(.highlight, text(bytes[from..<to]))
      at = to
    }
    return out + text(bytes[at...])
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
