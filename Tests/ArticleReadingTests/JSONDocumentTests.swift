import IndexDefinition
import Testing

struct JSONDocumentTests {
  @Test func aSyntaxErrorNamesItsLineAndKeepsWhatCameBefore() throws {
    let json = """
      [
        {"id": 1, "body": "One."},
        {"id": 2, "body": "Two.", "n": 1.},
        {"id": 3, "body": "Three."}
      ]
      """
    let events = try events(in: json.utf8, named: "a.json")
    #expect(events.compactMap(\.article?.id) == ["1"])
    #expect(
      events.compactMap(\.failure?.description) == [
        "a.json: line 3: not valid JSON at byte 35 of the line: expected a digit; mend the file"
      ])
  }

  @Test func aStringWithoutAnEndIsToldWhereItStarts() throws {
    let events = try events(in: "{\"id\": 1,\n\"body\": \"One.}\n".utf8, named: "a.json")
    #expect(
      events.compactMap(\.failure?.description) == [
        "a.json: line 2: not valid JSON at byte 8 of the line: expected an end of the string that "
          + "starts here; mend the file"
      ])
  }

  @Test func whatIsNoObjectIsAFailureAmongArticles() throws {
    let events = try events(
      in: #"[{"id": 1, "body": "One."}, "x", null, {"id": 4, "body": "Four."}]"#.utf8,
      named: "a.json")
    #expect(events.compactMap(\.article?.id) == ["1", "4"])
    #expect(events.compactMap(\.failure?.place) == ["article 2", "article 3"])
  }

  @Test func bytesThatAreNotUTF8AreReadAsWindows1252AndTold() throws {
    let bytes =
      Array(#"[{"id": 1, "body": "Caf"#.utf8) + [0xe9] + Array(#".", "who": ""#.utf8) + [0xeb]
      + Array("\"}]".utf8)
    let events = try events(in: bytes, named: "a.json")
    #expect(events.compactMap(\.article?.body) == ["Café."])
    #expect(events.compactMap(\.article?.extra) == [#"{"who":"ë"}"#])
    #expect(events.compactMap(\.failure?.place) == ["article 1"])
  }

  @Test func aBadFileStopsNoOther() throws {
    try withFile(#"{"body": "\x"}"#, named: "a.json") { bad in
      try withFile(#"{"id": "b", "body": "B."}"#, named: "b.json") { good in
        let events = events(of: bad, good)
        #expect(events.compactMap(\.article?.id) == ["b"])
        #expect(events.compactMap(\.failure?.place) == ["line 1"])
      }
    }
  }

  /// Anything has a name.
  @Test(arguments: [
    ("a.json", #"{"name": "Barley", "price": 2}"#), ("a.csv", "name,price\nBarley,2\n"),
  ])
  func aNameWithoutATextIsNoArticle(file: String, text: String) throws {
    let events = try events(in: text.utf8, named: file)
    #expect(events.map { $0.failure?.message.hasPrefix("no body and no title") } == [true])
  }

  @Test func aDayGivesWayToTheSameDayWithItsTime() throws {
    let text =
      #"{"title": "Port", "text": "Ships.", "date": "2024-05-06", "dateTime": "2024-05-06T10:15:00Z"}"#
    let article = try events(in: text.utf8, named: "a.json").first?.article
    #expect(article?.publishedAt == "2024-05-06T10:15:00Z")
    #expect(article?.extra == #"{"date":"2024-05-06"}"#)
  }
}
