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
    for (word, start, isBegun) in words {
      let cells = DisplayWidth.of(word)
      let space = used > 0 && !isBegun ? 1 : 0
      if used > 0, used + space + cells > width {
        lines.append(line)
        (line, used) = ("", 0)
      } else if space > 0 {
        line += " "
        used += 1
      }
      line += emphasised(word, at: start)
      used += cells
    }
    return used > 0 ? lines + [line] : lines
  }

  /// Words with their byte offsets in the snippet; one that is too long for a line (an address, a
  /// script without spaces) comes in parts, of which all but the first are of a word begun.
  private var words: [(text: String, start: Int, isBegun: Bool)] {
    let text = snippet.text.utf8
    return text.split(separator: UInt8(ascii: " ")).flatMap { word in
      var start = text.distance(from: text.startIndex, to: word.startIndex)
      return DisplayWidth.parts(String(Substring(word)), of: width).enumerated().map {
        place, part in
        defer { start += part.utf8.count }
        return (part, start, place > 0)
      }
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
