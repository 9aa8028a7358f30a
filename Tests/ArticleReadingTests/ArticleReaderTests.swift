import ArticleReading
import Foundation
import IndexDefinition
import TestSupport
import Testing

struct ArticleReaderTests {
  /// Letters that some kind of binary file begins with.
  @Test(arguments: [
    "ORCHESTRA PLAYS FOR THE MINERS\n\nIt was cold.\n", "OTTO VON BISMARCK DIED\n\nHe was old.\n",
    "U.K. MONEY MARKET GIVEN FURTHER HELP AT NEW RATES\n\nThe bank bought bills.\n",
    "From: A <a@b.org>\nSubject: WORLD ALPS\nDate: Mon, 06 May 2024 07:08:09 +0000\n\nSnow fell.\n",
    "{The Farmers' Paper\n\nVOLUME XII\n", "<!?Hi J&tt (toto\n\nVOL. 81\n",
    "<COAST SHIPPING LTD> YEAR LOSS\n\nIt was large.\n", "<CSL> SELLS SHIPS\n\nIt was time.\n",
    "<I have seen it\n\nHe said.\n", "[\"We sail,\" he said\n\nThey did.\n",
    "{\"Port\" reopens\n\nShips came.\n",
    "ID3 tags are read by no one.\n", "THE HEATWAVE\n\nIt was warm.\n",
  ])
  func headlinesAreNotTakenForSignatures(text: String) throws {
    #expect(try events(in: text.utf8, named: "a.txt").map { $0.article != nil } == [true])
  }

  @Test(arguments: [
    ("a.json", "[]", nil), ("a.json", "[]", "json"), ("a.txt", "SELECT 1;", "wire"),
    ("a", "{}\n", "jsonl"),
  ])
  func aFileOfNothingIsToldNotPassedOver(name: String, text: String, format: String?) throws {
    let options = ReadingOptions(format: format)
    #expect(!(try events(in: text.utf8, named: name, options: options).isEmpty))
  }

  @Test(arguments: [
    ("a.txt", [] as [UInt8], "the file is empty; remove it or fetch it again"),
    ("a.txt", Array("  \n".utf8), "the file is empty; remove it or fetch it again"),
    (
      "a.png", [0x89, 0x50, 0x4e, 0x47, 0x0d],
      "no article: a PNG image; convert it to text or leave it out"
    ),
    ("a.bin", [1, 0, 2, 0], "no article: a program; convert it to text or leave it out"),
  ])
  func filesWithoutTextAreNamed(name: String, bytes: [UInt8], message: String) throws {
    #expect(
      try events(in: bytes, named: name) == [
        .failure(ReadingFailure(path: name, message: message, kind: .noArticle))
      ])
  }

  @Test func textThatIsNotUTF8IsKeptAndNamed() throws {
    let events = try events(in: Array("Caf".utf8) + [0xe9, 0x20, 0x80], named: "a.txt")
    #expect(events.compactMap(\.article?.body) == ["Café €"])
    #expect(events.compactMap(\.failure?.place) == ["byte 3"])
  }

  @Test func byteOrderMarksAreRead() throws {
    let little: [UInt8] =
      [0xff, 0xfe] + "Tromsø".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try events(in: little, named: "a.txt").compactMap(\.article?.body) == ["Tromsø"])
    let marked = [0xef, 0xbb, 0xbf] + Array("Tromsø".utf8)
    #expect(try events(in: marked, named: "a.txt").compactMap(\.article?.body) == ["Tromsø"])
    let line = [0xef, 0xbb, 0xbf] + Array(#"{"body": "Tromsø"}"#.utf8)
    #expect(try events(in: line, named: "a.jsonl").compactMap(\.article?.body) == ["Tromsø"])
  }

  @Test func formatGivenCountsMoreThanTheName() throws {
    let line = Array(#"{"id": "a", "body": "Text."}"#.utf8)
    let read = { try events(in: line, named: "a.txt", options: ReadingOptions(format: $0)) }
    #expect(try read("jsonl").compactMap(\.article?.id) == ["a"])
    #expect(
      try read("tiff").first?.failure?.message.hasPrefix("unknown format “tiff”; one of text,")
        == true)
  }

  @Test func aLineOfBlanksInFrontOfAMailIsPassedOver() throws {
    let mail =
      "Received: by a.example\r\nDate: Mon, 6 May 2024 10:00:00 +0000\r\nFrom: Ada Day <ada@a.example>\r\n"
      + "Subject: Port reopens\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a.example>\r\n\r\nShips came.\r\n"
    let blanks = String(repeating: " ", count: 255) + "\r\n"
    let articles = try ["", blanks].map {
      try events(in: ($0 + mail).utf8, named: "a.txt").first?.article
    }
    #expect(articles.map { $0?.title } == ["Port reopens", "Port reopens"])
    #expect(articles.map { $0?.date } == [CalendarDate("2024-05-06"), CalendarDate("2024-05-06")])
  }
}
