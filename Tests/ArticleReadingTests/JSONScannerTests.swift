import Foundation
import IndexDefinition
import Testing

@testable import ArticleReading

/// The grammar of RFC 8259, case by case, and the two places where we take more.
struct JSONScannerTests {
  static let valid = [
    // Section 3: any value may stand alone.
    "null", "true", "false", "0", #""""#, "{}", "[]", " \t\n\r[ \t\n\r] \t\n\r",
    // 4 and 5
    #"{"":0}"#, #"{"a":1,"a":2}"#, #"{"a":{"b":[{}]}}"#, "[1 , 2]", "[[],[[]]]", "[null]",
    // 6
    "-0", "-0.0", "0.5", "10", "100000000000000000000000000000", "1e5", "1E+5", "1e-05", "0e0",
    "-1.50e300", "1.0E9999",
    // 7
    #""\"\\\/\b\f\n\r\t""#, #""\u00e9\u00E9\uABCD""#, #""\u0000\u001f""#, #""\ud83d\udea2""#,
    #""\ud83d""#, #""\udea2\ud83d""#, #""\ud83d\n""#, #""/""#, "\"\u{7f}\"", "\"\u{2028}é🚢\"",
  ]

  static let invalid = [
    "", " ", "nul", "nulll", "True", "NaN", "Infinity", "undefined", "'a'", "a", "\u{feff}0",
    // 2 to 5
    "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1;2]", "[]]", "{}{}", "1 2", "[}",
    #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,"a":1}"#, #"{"a" 1}"#, #"{a:1}"#, #"{1:1}"#,
    #"{"a":1 "b":2}"#, #"{"a"::1}"#, "{null:1}", "[1]// end", "/**/1", "\u{a0}1", "\u{c}1",
    "\u{b}1",
    // 6
    "01", "-01", "00", "007", "-", "--1", "+1", ".5", "-.5", "1.", "1.e5", "1e", "1e+", "1E-",
    "1.5.5",
    "0x1F", "1_000", "1,5", "-a", "- 1", "1e5.5", "٣",
    // 7
    #"""#, #""a"#, #""\""#, #""\x""#, #""\a""#, #""\'""#, #""\0""#, #""\U00e9""#, #""\u""#,
    #""\u12""#, #""\u12g4""#, #""\u 123""#, #""\u+123""#, #""\"#, #""\u123"#, "\"\\é\"", "\"\\\n\"",
    "\"\0\"",
  ]

  private static func isTaken(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      return (try? scanner.value()) != nil && scanner.isAtEnd()
    }
  }

  @Test(arguments: valid) func takesWhatTheGrammarAllows(text: String) {
    #expect(Self.isTaken(text))
  }

  @Test(arguments: invalid) func refusesAllElse(text: String) {
    #expect(!Self.isTaken(text))
  }

  @Test func takesControlCharactersInStringsButNUL() {
    for byte in 1..<UInt8(0x20) { #expect(Self.isTaken("\"\(Unicode.Scalar(byte))\"")) }
    #expect(!Self.isTaken("\"\0\""))
  }

  @Test func takesAsManyLevelsAsItSays() {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(Self.isTaken(nested(JSONScanner.depthLimit)))
    #expect(!Self.isTaken(nested(JSONScanner.depthLimit + 1)))
  }

  /// What no text can hold, and what stands for it.
  private static let mended = [
    #""\ud83d""#: #""\ufffd""#, #""\udea2\ud83d""#: #""\ufffd\ufffd""#,
    #""\ud83d\n""#: #""\ufffd\n""#,
  ]

  /// What stands in `extra` is what was written, and JSON to every reader.
  @Test(arguments: valid.filter { $0 != "1.0E9999" }) func extraIsAsWritten(text: String) throws {
    let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let json = "[{\"body\": \"Words.\",\n\"key\": " + text + "}]"
    let article = try events(in: json.utf8, named: "a.json").compactMap(\.article).first
    let extra = try #require(article?.extra)
    #expect(extra == #"{"key":"# + (Self.mended[value] ?? value) + "}")
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(extra.utf8))
    }
  }

  @Test func extraEscapesWhatOthersRefuse() throws {
    let json =
      "{\"body\": \"W.\", \"a\tb\": [\"\u{1}\u{b}\", {\"c\": \"\\ud83d.\\udea2\\ud83d\\udea2\\\\ud83d\"}]}"
    let article = try events(in: json.utf8, named: "a.json").compactMap(\.article).first
    #expect(
      article?.extra
        == #"{"a\tb":["\u0001\u000b", {"c": "\ufffd.\ufffd\ud83d\udea2\\ud83d"}]}"#)
  }

  /// Spaces between values stay as they are, whatever the strings hold.
  @Test func extraKeepsLayout() throws {
    let json = "{\"body\": \"W.\", \"a\": [\n\t1,\r\n\t\"\t\"\n]}"
    let article = try events(in: json.utf8, named: "a.json").compactMap(\.article).first
    #expect(article?.extra == "{\"a\":[\n\t1,\r\n\t\"\\t\"\n]}")
  }
}
