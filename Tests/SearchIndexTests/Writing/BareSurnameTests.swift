import IndexDefinition
import NewsTagging
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// A surname that an article does not make a person's, in an archive that knows whose it is.
struct BareSurnameTests {
  private static let known = (0..<100).map { number in
    [
      "id": "k\(number)", "date": "1916-04-\(10 + number % 20)",
      "body": "Gen. Francisco Villa rode to camp \(number), which lies in the hills.",
    ]
  }
  private static let bare = ["a", "b"].map {
    [
      "id": $0, "date": "1916-04-20",
      "body": "More soldiers were ordered into the pursuit of Villa today, by road \($0).",
    ]
  }

  private func withVillas(_ body: (TestArchive) throws -> Void) throws {
    try withArchive { archive in
      for (name, articles) in [("bare.jsonl", Self.bare), ("known.jsonl", Self.known)] {
        try archive.write(name, articles)
        try archive.run()
      }
      try body(archive)
    }
  }

  private func bareTags(_ archive: TestArchive) throws -> [String] {
    try archive.strings(
      """
      SELECT external_id || ' ' || value || ' ' || mentions || ' ' || focus
      FROM article_entity JOIN entity ON entity.id = entity_id JOIN article ON article.id = article_id
      WHERE kind = 'person' AND external_id IN ('a', 'b') ORDER BY 1
      """)
  }

  private static let tags = ["a", "b"].map {
    #"\#($0) Francisco Villa [[1,47,52,"archive",null]] 0"#
  }

  /// The text is tagged once more: until then nothing of it was a person.
  @Test func itIsTaggedOnceTheArchiveKnowsIt() throws {
    try withVillas { archive in
      let tags = try bareTags(archive)
      #expect(tags == Self.tags)
      #expect(try archive.strings("SELECT count(*) FROM named_person") == ["0"])
      #expect(try archive.check() == [])
    }
  }

  @Test func itIsNobodysWhereTheArchiveKnowsItNoMore() throws {
    try withVillas { archive in
      try archive.write("known.jsonl", Array(Self.known.dropLast()))
      try archive.run(prune: true)
      #expect(try bareTags(archive) == [])
      #expect(try archive.check() == [])
    }
  }

  /// The text is tagged once more, and gives another name than is stored: an earlier version's.
  @Test func theOthersOfItsArticleKeepTheirMentions() throws {
    try withArchive { archive in
      let bare =
        "Otto Haldwick was there. More soldiers were ordered into the pursuit of Villa today."
      try archive.write("bare.jsonl", [["id": "a", "date": "1916-04-20", "body": bare]])
      try archive.run()
      try archive.index.write { database in
        for (table, column) in [("person_name", "name"), ("entity", "value")] {
          try database.execute(
            "UPDATE \(table) SET \(column) = 'O. Haldwick' WHERE \(column) = 'Otto Haldwick'")
        }
      }
      try archive.write("known.jsonl", Self.known)
      try archive.run()
      let tags = try bareTags(archive)
      try #require(tags.count == 2)
      #expect(tags[0] == #"a Francisco Villa [[1,72,77,"archive",null]] 0"#)
      #expect(tags[1].hasPrefix(#"a O. Haldwick [[1,0,13,"model""#))
    }
  }

  @Test(arguments: [
    PersonRule.hide("Francisco Villa"), .keepApart("Villa", from: "Francisco Villa"),
  ])
  func correctionsReachItAndAreUndone(rule: PersonRule) throws {
    try withVillas { archive in
      let corrections = PersonCorrections(index: archive.index)
      _ = try corrections.make([rule])
      #expect(try bareTags(archive) == [])
      #expect(try archive.check() == [])
      _ = try corrections.undo()
      #expect(try bareTags(archive) == Self.tags)
      #expect(try archive.strings("SELECT count(*) FROM named_person") == ["0"])
      #expect(try archive.check() == [])
    }
  }

  @Test func theProfileTellsTheNameThatOnlyTheArchiveMakesAPersons() throws {
    try withVillas { archive in
      let profile = try #require(try archive.index.profile(of: "Francisco Villa").profile)
      let names = profile.names.map { "\($0.name) \($0.articles) \($0.reason)" }
      #expect(
        names == [
          "Francisco Villa 100 ", "Villa 2 the name alone, which only the archive makes a person's",
        ])
    }
  }
}
