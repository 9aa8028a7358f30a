import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

struct EncodingTests {
  private let text = "Über die Fähre, “Möwe” genannt: Ärger."

  @Test(arguments: [
    String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian,
    .utf32BigEndian,
  ])
  func unicodeIsKnownByItsMarkOrItsZeros(encoding: String.Encoding) throws {
    let json = "{\"body\": \"\(text)\"}"
    let events = try events(in: try #require(json.data(using: encoding)), named: "a.json")
    #expect(events.compactMap(\.article?.body) == [text])
    #expect(events.compactMap(\.failure) == [])
  }

  @Test func oneDamagedByteLeavesTheRestAsItIs() throws {
    let bytes = Array("Über die Fähre im Süden caf".utf8) + [0xe9]
    let events = try events(in: bytes, named: "a.txt")
    #expect(events.compactMap(\.article?.body) == ["Über die Fähre im Süden café"])
    #expect(
      events.compactMap(\.failure) == [
        ReadingFailure(
          path: "a.txt", place: "byte 30",
          message:
            "not valid UTF-8, read as UTF-8 with damaged bytes; say what it is by --encoding,"
            + " or convert it (iconv -f … -t UTF-8)", kind: .encoding)
      ])
  }

  @Test(arguments: [
    ("Thatâ€™s it", "That’s it"), ("CafÃ©", "Café"), ("Café", "Café"), ("plain", "plain"),
    ("Ã", "Ã"), ("東京 Ã©", "東京 Ã©"),
  ]) func whatWasEncodedTwiceIsUndone(text: String, meant: String) {
    #expect(DoubleEncoding.undone(text) == meant)
  }

  @Test(arguments: [
    ("1251", "Паром"), ("windows_1251", "Паром"), ("cp1251", "Паром"), ("iso-8859-7-1987", "Οΰξμ"),
  ]) func encodingsGoByOtherNamesToo(name: String, meant: String) {
    let bytes: [UInt8] =
      meant == "Паром" ? [0xcf, 0xe0, 0xf0, 0xee, 0xec] : [0xcf, 0xe0, 0xee, 0xec]
    let text = bytes.withUnsafeBufferPointer { DeclaredEncoding(name: name).decode($0) }
    #expect(text == meant)
  }

  @Test(arguments: ["cp_is", "csIBM861", "mac-iceland", "x-mac-ce", "macroman", "korean", "x-sjis"])
  func theOtherNamesAreOfEncodingsThatAreRead(name: String) {
    let bytes = Array("Port".utf8)
    let encoding = DeclaredEncoding(name: name.lowercased())
    #expect(bytes.withUnsafeBufferPointer { encoding.decode($0) } == "Port")
  }

  @Test func aLineInAnotherEncodingIsToldAlone() throws {
    let lines =
      Array(#"{"body": "Größe"}"#.utf8) + [10] + Array(#"{"body": "Gr"#.utf8)
      + [0xf6, 0xdf] + Array(#"e"}"#.utf8)
    let events = try events(in: lines, named: "a.jsonl")
    #expect(events.compactMap(\.article?.body) == ["Größe", "Größe"])
    #expect(events.compactMap(\.failure?.place) == ["line 2"])
  }

  @Test func theUsersEncodingCounts() throws {
    let bytes: [UInt8] = [0xcf, 0xe0, 0xf0, 0xee, 0xec]
    let events = try events(
      in: bytes, named: "a.txt", options: ReadingOptions(encoding: "windows-1251"))
    #expect(events.compactMap(\.article?.body) == ["Паром"])
    #expect(events.compactMap(\.failure) == [])
  }

  @Test func aCharacterCutAtTheEndSpoilsNoPage() throws {
    let page = Array("<meta charset=shift_jis><p>".utf8) + [0x83, 0x74, 0x83, 0x46, 0x83]
    let events = try events(in: page, named: "a.html")
    #expect(events.compactMap(\.article?.body) == ["フェ\u{fffd}"])
    #expect(
      DeclaredEncoding(name: "no-such-encoding").decode(UnsafeBufferPointer(start: nil, count: 0))
        == nil)
  }

  /// The `sqlite3` shell would end the text there.
  @Test func zeroBytesAreDropped() {
    #expect(InvisibleMarks.removed(from: "\0nu\0ll\0") == "null")
    // Wherever it stands: eight bytes are looked at in one step.
    for place in 0..<20 {
      let (before, after) = (String(repeating: "a", count: place), "é, bcdefghijk")
      for mark in ["\0", "\u{ad}", "\u{200b}"] {
        #expect(InvisibleMarks.removed(from: before + mark + after) == before + after)
      }
    }
  }

  @Test(arguments: [
    ("Cali\u{ad}fornia", "California"), ("a\u{200b}b\u{feff}c", "abc"),
    ("\u{202b}شعر\u{202c}", "شعر"),
    ("می\u{200c}خواهم", "می\u{200c}خواهم"), ("a\u{2067}b\u{2069}\u{61c}\u{200f}", "ab"),
    ("plain", "plain"),
  ])
  func marksThatNobodySeesAreDropped(text: String, kept: String) throws {
    #expect(InvisibleMarks.removed(from: text) == kept)
    let page = try events(in: "<title>T</title><p>\(text)</p>".utf8, named: "a.html")
    #expect(page.compactMap(\.article?.body) == [kept])
    let own = try events(in: "{\"title\": \"T\", \"body\": \"\(text)\"}".utf8, named: "a.jsonl")
    #expect(own.compactMap(\.article?.body) == [text])
  }

  /// Neither has a mark; both would pass for something else.
  @Test func textsInUTF16AndISO2022WithoutAMarkAreRead() throws {
    let text = "Fähre fährt\n\nSie fuhr am Montag.\n"
    for isBigEndian in [false, true] {
      let bytes = text.utf16.flatMap { unit in
        let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
        return isBigEndian ? pair.reversed() : pair
      }
      let article = try events(in: bytes, named: "a.txt").compactMap(\.article).first
      #expect([article?.title, article?.body] == ["Fähre fährt", "Sie fuhr am Montag.\n"])
    }
    let japanese = "\u{1b}$B9A\u{1b}(B\n\n\u{1b}$B9A\u{1b}(B.\n"
    let article = try events(in: japanese.utf8, named: "a.txt").compactMap(\.article).first
    #expect([article?.title, article?.body] == ["港", "港.\n"])
  }
}
