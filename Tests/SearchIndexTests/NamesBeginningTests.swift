import Foundation
import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Names of an index that go on from what was typed.
struct NamesBeginningTests {
  private func withNames(_ names: [String], _ body: (ArticleIndex) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      let mention = [Mention(field: .body, range: 0..<1, rule: "test")]
      let index = try ArticleIndex(path: path, access: .readWrite)
      let articles = names.enumerated().map { number, name in
        (
          Article(id: "\(number)", title: "", body: "Text \(number)", source: "Harbour Post"),
          Tags(
            people: [PersonTag(name: name, mentions: mention)],
            countries: [CountryTag(code: "FR", isFocus: false, mentions: mention)])
        )
      }
      try IndexRun(index: index, options: .init()).store(articles)
      try body(try ArticleIndex(path: path, access: .readOnly))
    }
  }

  private static let names = [
    "Emmanuel Macron", "Emmanuel Macron", "Élisabeth Borne", "Ana de Émery", "Keir Starmer",
    "Ian McEwan", "Al Emerson-Lake", "Walter W. Bexley, Jr.",
  ]

  @Test(arguments: [
    ("emm", ["Emmanuel Macron"]), ("mac", ["Emmanuel Macron"]), ("Emmanuel M", ["Emmanuel Macron"]),
    ("el", ["Élisabeth Borne"]), ("star", ["Keir Starmer"]), ("tarmer", []),
    ("em", ["Emmanuel Macron", "Al Emerson-Lake", "Ana de Émery"]), ("lake", ["Al Emerson-Lake"]),
    ("walter w. b", ["Walter W. Bexley, Jr."]), ("w bexley j", ["Walter W. Bexley, Jr."]),
    ("É", ["Al Emerson-Lake", "Ana de Émery", "Emmanuel Macron", "Élisabeth Borne"]),
  ])
  func wordsOfANameAreFound(typed: String, expected: [String]) throws {
    try withNames(Self.names) { index in
      let found = try index.names(.person, beginning: typed, within: .seconds(10))
      #expect(Set(found.map(\.name)) == Set(expected))
    }
  }

  @Test func theMostFrequentComeFirstWithTheirNumbers() throws {
    try withNames(Self.names) { index in
      let found = try index.names(.person, beginning: "", limit: 2, within: .seconds(10))
      #expect(
        found == [
          NameBeginning(name: "Emmanuel Macron", articles: 2),
          NameBeginning(name: "Al Emerson-Lake", articles: 1),
        ])
      #expect(
        try index.names(.country, beginning: "fra")
          == [NameBeginning(name: "FR", label: "France")])
      #expect(
        try index.names(.source, beginning: "post", within: .seconds(10))
          == [NameBeginning(name: "Harbour Post")])
      #expect(try index.names(.source, beginning: "mail", within: .seconds(10)) == [])
    }
  }

  /// What goes by the table's index needs no time, and is told though none was left to count it.
  @Test func namesComeHoweverManyThereAre() throws {
    try withNames(["Emmanuel Macron"]) { index in
      let writer = try Connection(index.path, .readWrite)
      try writer.execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        INSERT INTO entity(kind, value, label) SELECT 'person', 'Ánna ' || i, '' FROM n
        """)
      let found = try index.names(.person, beginning: "emman", within: .zero)
      #expect(found.map(\.name) == ["Emmanuel Macron"])
    }
  }
}
