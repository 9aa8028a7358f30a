import Testing

@testable import ArticleReading

struct PDFLayoutTests {
  /// The text of one block of lines, each at this distance from the left and this line's height apart.
  private func text(_ lines: [(left: Int, top: Int, words: String)]) -> String {
    var layout = PDFLayout()
    func add(_ tag: String) {
      var tag = tag
      tag.withUTF8 { layout.add($0) }
    }
    add("  <page width=\"600\" height=\"800\">")
    add(
      "      <block xMin=\"\(lines.map(\.left).min() ?? 0)\" yMin=\"0\" xMax=\"500\" yMax=\"800\">")
    for line in lines {
      add(
        "<line xMin=\"\(line.left)\" yMin=\"\(line.top)\" xMax=\"500\" yMax=\"\(line.top + 10)\">")
      for word in line.words.split(separator: " ") {
        add("<word xMin=\"0\" yMin=\"0\">\(word)</word>")
      }
      add("</line>")
    }
    add("      </block>")
    layout.finish()
    return layout.text
  }

  @Test func linesOfABlockAreOneParagraph() {
    #expect(text([(0, 0, "Ships sailed"), (0, 12, "again.")]) == "Ships sailed again.")
  }

  @Test func anIndentedLineOrAGapBeginsAnother() {
    #expect(text([(0, 0, "One."), (12, 12, "Two"), (0, 24, "goes on.")]) == "One.\n\nTwo goes on.")
    #expect(text([(0, 0, "One."), (0, 30, "Two.")]) == "One.\n\nTwo.")
  }

  @Test func aWordBrokenAtALinesEndIsJoined() {
    #expect(text([(0, 0, "Cali-"), (0, 12, "fornia")]) == "California")
    #expect(text([(0, 0, "Saxe-"), (0, 12, "Coburg")]) == "Saxe-Coburg")
    #expect(text([(0, 0, "1914-"), (0, 12, "1918")]) == "1914-1918")
    #expect(
      text([(0, 0, "a well-known port, so well-"), (0, 12, "known")])
        == "a well-known port, so well-known")
  }

  @Test func marksOfXMLAreLetters() {
    #expect(text([(0, 0, "Smith &amp; &lt;Sons&gt;")]) == "Smith & <Sons>")
  }
}
