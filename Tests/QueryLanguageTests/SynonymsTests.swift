import Testing

@testable import QueryLanguage

/// The file of synonyms.
struct SynonymsTests {
  @Test func groupsAreReadBothWaysAndOneWay() throws {
    let file = """
      # for the car pages

      car, automobile ,motor  car
        UN => United Nations, Security Council\r
      a, b => c
      """
    #expect(
      try Synonyms(file: file.utf8).groups == [
        .init(
          words: ["car", "automobile", "motor car"],
          alternatives: ["car", "automobile", "motor car"]),
        .init(words: ["UN"], alternatives: ["United Nations", "Security Council"]),
        .init(words: ["a", "b"], alternatives: ["c"]),
      ])
    #expect(try Synonyms(file: "".utf8) == Synonyms())
  }

  @Test(arguments: [
    (
      "ok, fine\ncar\n",
      "line 2: car stands alone; write car, and its synonyms behind a comma, "
        + "or => and what else to search for"
    ),
    (
      "car,, automobile",
      "line 1: an entry is missing beside a comma or =>; put it in or take the mark out"
    ),
    ("=> car", "line 1: an entry is missing beside a comma or =>; put it in or take the mark out"),
    ("UN => ", "line 1: an entry is missing beside a comma or =>; put it in or take the mark out"),
    ("a => b => c", "line 1: more than one =>; give each its own line"),
    ("car, !?", "line 1: !? has no letter or digit to search for; take it out"),
  ])
  func aBadLineIsNamedWithTheRemedy(_ file: String, _ message: String) {
    do {
      _ = try Synonyms(file: file.utf8)
      Issue.record("no error for \(file)")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func aFileThatIsNotUTF8IsRefused() {
    #expect(
      throws: Synonyms.SyntaxError(
        line: 1, message: "not UTF-8; convert the file, for instance with iconv")
    ) { try Synonyms(file: [0x63, 0x61, 0x66, 0xE9, 0x2C, 0x62]) }
  }
}
