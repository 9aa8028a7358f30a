import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

/// What is too long to be held whole is read as what is shorter, and nothing of it is lost.
struct LongFilesTests {
  private static let paragraph =
    String(repeating: "Die Fähre fuhr am Montag zum ersten Mal. ", count: 40) + "\n\n"

  private func article(_ event: ReadingEvent) throws -> Article { try #require(event.article) }

  @Test func aTextLongerThanAnArticleMayBeComesInParts() throws {
    let text =
      "title: Fähre\ndate: 2026-09-07\n\n"
      + String(repeating: Self.paragraph, count: TextParts.limit / 1600 * 2)
    let articles = try events(in: text.utf8, named: "a.txt").map(article)
    #expect(articles.map(\.title) == ["Fähre", "Fähre (part 2)", "Fähre (part 3)"])
    #expect(Set(articles.map(\.date)) == [CalendarDate("2026-09-07")])
    #expect(articles.map(\.path) == ["a.txt", "a.txt#2", "a.txt#3"])
    #expect(Set(articles.map(\.id)).count == 3)
    #expect(articles.allSatisfy { $0.body.utf8.count <= TextParts.limit })
    #expect(
      articles.map(\.body).joined()
        == String(text.dropFirst("title: Fähre\ndate: 2026-09-07\n\n".count)))
  }

  /// Without a line's end or a blank near a part's end, whole characters are kept.
  @Test(arguments: ["ä", "あ", "x", "x ", "ä\n"])
  func partsAreCutBetweenCharacters(piece: String) {
    let text = String(repeating: piece, count: (2 * TextParts.limit + 5) / piece.utf8.count)
    let file = SourceFile(path: "a", absolutePath: "/a", name: "a", size: 0, modified: 0)
    var parts = TextParts(ByteReader(Array(text.utf8)), file: file)
    var whole = ""
    while let bytes = parts.next() {
      #expect(UTF8Validity.firstInvalid(bytes) == nil)
      #expect(bytes.count <= TextParts.limit)
      whole += String(decoding: bytes, as: UTF8.self)
    }
    #expect(whole == text)
    #expect(parts.number == 3)
  }

  /// What stands before and behind a document's list, and how many articles are read alike whole and one
  /// by one.
  static let envelopes = [
    (#"{"status": "ok", "articles": ["#, #"], "total": {"of": [1, 2]}}"#),
    (#"{"meta": {"items": 3}, "response": {"docs": ["#, #"]}, "x": null} "#),
    (#"{"version": "https://jsonfeed.org/version/1.1", "title": "The Feed", "items": ["#, "]}"),
    (#"{"data": {"total": 2, "x": {}}, "results": ["#, "]}\n"),
  ]

  @Test(arguments: envelopes.indices)
  func aListInALargeDocumentIsReadOneByOne(number: Int) {
    let (start, end) = Self.envelopes[number]
    let body = String(repeating: "word ", count: 2_000)
    let items = (0..<JSONEnvelope.size / 10_000 + 20).map {
      "{\"title\": \"T\($0)\", \"content\": \"\(body)\", \"published\": \"2026-09-07\"}"
    }
    let text = start + items.joined(separator: ",\n") + end
    let file = SourceFile(path: "a", absolutePath: "/a", name: "a", size: 0, modified: 0)
    var whole: [ReadingEvent] = []
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBufferPointer {
      JSONDocument(file: file, names: FieldNames()).read(UnsafeBufferPointer($0)) {
        whole.append($0)
      }
    }
    let reader = ByteReader(bytes)
    let envelope = JSONEnvelope(reader)
    #expect(envelope != nil)
    var streamed: [ReadingEvent] = []
    JSONArray(file: file, names: FieldNames(), envelope: envelope).read(reader) {
      streamed.append($0)
    }
    #expect(streamed == whole)
    #expect(streamed.count == items.count)
  }

  @Test func aLargeDocumentThatIsCutOffKeepsWhatCameBefore() throws {
    let body = String(repeating: "word ", count: 2_000)
    let items = (0..<JSONEnvelope.size / 10_000 + 20).map {
      "{\"id\": \($0), \"body\": \"\(body)\"}"
    }
    let text = "{\"articles\": [" + items.joined(separator: ",\n") + "]"
    let events = try events(in: text.utf8, named: "a.json")
    #expect(events.compactMap(\.article?.id) == items.indices.map(String.init))
    #expect(
      events.compactMap(\.failure?.description) == [
        "a.json: line \(items.count): not valid JSON at byte 10024 of the line: expected a comma or "
          + "the end of an object; mend the file"
      ])
  }
}
