import Rendering
import Testing

struct JSONWriterTests {
  /// Wherever it stands among others: eight bytes are looked at in one step.
  @Test(arguments: [
    ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{1}", "\\u0001"), ("\u{7f}", "\\u007f"),
    ("\u{85}", "\\u0085"), ("\u{202e}", "\\u202e"), ("é", "é"), (" ", " "), ("~", "~"),
  ])
  func whatMustBeIsEscaped(sign: String, written: String) {
    for place in 0..<20 {
      let (before, after) = (String(repeating: "a", count: place), "b\(sign)cdefghijk")
      var json = JSONWriter()
      json.value(before + sign + after)
      #expect(json.text == "\"\(before)\(written)b\(written)cdefghijk\"")
    }
  }
}
