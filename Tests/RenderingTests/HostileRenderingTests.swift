import IndexDefinition
import SearchModel
import Testing

@testable import Rendering

/// What is made of texts that would do harm.
struct HostileRenderingTests {
  @Test func highlightsMoveAlongWithWhatIsShown() {
    let snippet = Snippet(text: "a\u{1B}b c\u{9B}d e", highlights: [0..<3, 4..<8])
    #expect(
      snippet.visible
        == Snippet(text: #"a\u{1B}b c\u{9B}d e"#, highlights: [0..<8, 9..<17]))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("-1.5", "-1.5"), ("+44", "+44"), ("-", "'-"), ("a=b", "a=b"),
    ("\t=1", "'\t=1"), ("a\u{1B}b", #"a\u{1B}b"#), ("two\nlines", "two\nlines"),
  ])
  func aFieldThatASpreadsheetWouldRunIsText(field: String, defused: String) {
    #expect(CSVRecord(isRaw: false).text([field, "x"]) == "\"\(defused)\",\"x\"\r\n")
    #expect(CSVRecord(isRaw: true).text([field, "x"]) == "\"\(field)\",\"x\"\r\n")
  }

  @Test(arguments: [
    ("https://example.org/a?b=c&d", "<https://example.org/a?b=c&d>"),
    ("HTTP://example.org", "<HTTP://example.org>"), ("javascript:alert(1)", "javascript:alert(1)"),
    ("https://a> <script>", "https://a&gt; &lt;script&gt;"),
    ("data:text/html,<b>", "data:text/html,&lt;b&gt;"),
  ])
  func onlyAddressesOfTheWebAreLinks(address: String, link: String) {
    #expect(MarkdownText.link(address) == link)
  }

  @Test func extraKeysStayOnOneLineOfJSON() {
    var writer = JSONWriter()
    writer.object { $0.field("extra", rawJSON: "{\n\t\"a\": \"\u{9B}\u{202E}é\"\r\n}") }
    #expect(writer.text == #"{"extra":{  "a": "\u009b\u202eé"  }}"#)
  }
}
