import Foundation
import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// Where articles lie in their files, in the index.
struct StoredPlaceTests {
  private func places(_ archive: TestArchive) throws -> [String] {
    try Connection(archive.index.path, .readOnly).values(
      """
      SELECT external_id || ' ' || place FROM article
      UNION ALL SELECT external_id || ' ' || place FROM duplicate ORDER BY 1
      """)
  }

  /// An article that stays what it is may move in its file: nothing else of it is written anew.
  @Test func anUnchangedArticleIsFoundAtItsNewPlace() throws {
    try withArchive { archive in
      let one = ["id": "a", "body": "One."]
      let two = ["id": "b", "body": "Two."]
      let again = ["id": "c", "body": "One."]
      try archive.write("dump.jsonl", [one, two, again])
      try archive.run()
      #expect(
        try places(archive) == [
          #"a {"line":1,"bytes":[0,24]}"#, #"b {"line":2,"bytes":[25,49]}"#,
          #"c {"line":3,"bytes":[50,74]}"#,
        ])
      try archive.write("dump.jsonl", [two, again, one])
      #expect(try archive.run().unchanged == 3)
      #expect(
        try places(archive) == [
          #"a {"line":3,"bytes":[50,74]}"#, #"b {"line":1,"bytes":[0,24]}"#,
          #"c {"line":2,"bytes":[25,49]}"#,
        ])
    }
  }

  @Test func anArticleIsNamedByItsFileAndLine() throws {
    try withArchive { archive in
      try archive.write("dump.jsonl", [["id": "a", "body": "One."], ["id": "b", "body": "Two."]])
      try archive.run()
      let path = archive.folder.appendingPathComponent("dump.jsonl").path
      #expect(try archive.index.articles(named: "\(path):2").map(\.article.id) == ["b"])
      #expect(try archive.index.articles(named: "\(path):3") == [])
      let stored = try #require(try archive.index.articles(named: "a").first)
      #expect(stored.article.place == SourcePlace(line: 1, bytes: 0..<24))
      #expect(stored.file?.path == path)
    }
  }

  @Test(arguments: [
    SourcePlace(), SourcePlace(line: 7), SourcePlace(line: 7, bytes: 10..<12),
    SourcePlace(bytes: 0..<0), SourcePlace(pages: [0]), SourcePlace(line: 1, pages: [0, 5, 900]),
  ]) func theColumnSaysAllOfAPlace(_ place: SourcePlace) {
    #expect(SourcePlace(json: place.json) == place)
  }

  @Test(arguments: [
    "", "{", "[]", "7", #"{"line":}"#, #"{"line":x}"#, #"{"bytes":[3,1]}"#, #"{"bytes":[3]}"#,
    #"{"pages":[1,}"#, #"{"lines":3}"#, #"{"line":1,"bytes":[0,2"#,
  ]) func whatIsNoPlaceIsNone(_ text: String) {
    #expect(SourcePlace(json: text) == nil)
  }
}
