import SQLite
import SearchIndex
import Testing

struct StoredLanguageTests {
  private static let french =
    "Le ministre a dit que les élections de la ville ne sont pas pour cette année, mais que le conseil "
    + "est avec lui dans la salle."
  private static let arabic =
    "قال الوزير إن المدرسة في المدينة لا تفتح هذا العام وإن ذلك من أجل الناس"

  @Test func anArticleIsInTheLanguageThatItDeclaresElseShows() throws {
    try withArchive { archive in
      try archive.write(
        "one.jsonl",
        [
          ["id": "fr", "body": Self.french], ["id": "ar", "body": Self.arabic],
          ["id": "declared", "body": Self.french + " Oui.", "language": "ca"],
          ["id": "none", "body": "17 42 9"],
        ])
      try archive.run()
      let database = try Connection(archive.index.path, .readOnly)
      let languages: [String] = try database.values(
        "SELECT external_id || ' ' || coalesce(language, '-') FROM article ORDER BY id")
      #expect(languages == ["fr fr", "ar ar", "declared ca", "none -"])
      let stems: [String] = try database.values(
        "SELECT language || ' ' || term FROM stem WHERE term IN ('elections', 'المدرسة') ORDER BY 1"
      )
      #expect(stems == ["ar المدرسة", "ca elections", "fr elections"])
      #expect(try archive.check().isEmpty)
    }
  }

  @Test func readAgainItIsUnchanged() throws {
    try withArchive { archive in
      try archive.write("one.jsonl", [["id": "fr", "body": Self.french]])
      try archive.run()
      try archive.write("one.jsonl", [["id": "fr", "body": Self.french, "language": "fr"]])
      let summary = try archive.run()
      #expect((summary.unchanged, summary.updated) == (1, 0))
    }
  }
}
