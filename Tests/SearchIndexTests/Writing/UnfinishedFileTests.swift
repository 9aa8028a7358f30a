import Foundation
import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchIndex

/// A run that is cut off inside a large file goes on behind what it stored of it.
struct UnfinishedFileTests {
  private static let count = 1500

  private static let articles: [[String: String]] = (0..<count).map { number in
    [
      "id": "a\(number)", "title": "Day \(number)",
      "body": "Walter Bexley sailed from Oslo to Bergen on day \(number). "
        + String(repeating: "The harbour was quiet. ", count: 20),
    ]
  }

  /// The least memory: a batch is a quarter of a megabyte.
  private func run(_ archive: TestArchive, format: String? = nil) throws -> RunSummary {
    var options = IndexingOptions()
    options.memory = 1 << 20
    options.format = format
    return try IndexRun(index: archive.index, options: options).run(paths: [archive.folder.path]) {
      _ in
    }
  }

  /// Cut at the article before the last hundred.
  ///
  /// - Parameter event: what it does to the row of that article: a first reading inserts it.
  private func cut(_ archive: TestArchive, at event: String = "INSERT") throws {
    try archive.index.write {
      try $0.execute(
        """
        CREATE TRIGGER cut BEFORE \(event) ON article WHEN NEW.external_id = 'a\(Self.count - 100)'
        BEGIN SELECT RAISE(ABORT, 'cut'); END
        """)
    }
    #expect(throws: (any Error).self) { try run(archive) }
    try archive.index.write { try $0.execute("DROP TRIGGER cut") }
  }

  private func stored(_ archive: TestArchive) throws -> Int? {
    try Connection(archive.index.path, .readOnly).value("SELECT articles FROM unfinished")
  }

  private func contents(_ archive: TestArchive) throws -> [[Row]] {
    try [
      "SELECT external_id, title, body, date, place, content_hash FROM article ORDER BY external_id",
      "SELECT size, modified, leftover, failure FROM file", "SELECT * FROM unfinished",
      "SELECT external_id, name, mentions FROM article_person JOIN article ON id = article_id ORDER BY 1, 2",
    ].map { sql in try Connection(archive.index.path, .readOnly).rows(sql) }
  }

  @Test func theNextRunGoesOnBehindWhatIsStored() throws {
    try withArchive { archive in
      try archive.write("large.jsonl", Self.articles)
      try cut(archive)
      let stored = try #require(try stored(archive))
      #expect(stored > 300 && stored < Self.count - 100)
      let rows: Int? = try Connection(archive.index.path, .readOnly).value(
        "SELECT count(*) FROM article")
      #expect(rows == stored)
      let summary = try run(archive)
      #expect((summary.unchanged, summary.indexed) == (stored, Self.count - stored))
      try withArchive { whole in
        try whole.write("large.jsonl", Self.articles)
        let path = whole.folder.appendingPathComponent("large.jsonl").path
        let other = archive.folder.appendingPathComponent("large.jsonl").path
        let date = try FileManager.default.attributesOfItem(atPath: other)[.modificationDate]
        try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: path)
        _ = try run(whole)
        var expected = try contents(whole)
        // The time of the file is kept to the nanosecond, and set to less.
        expected[1] = try contents(archive)[1]
        #expect(try contents(archive) == expected)
      }
      #expect(try run(archive).unchanged == Self.count)
    }
  }

  /// What another state of the file, or other options, make of it is not known.
  @Test(arguments: [true, false]) func anotherStateIsReadFromTheBeginning(isChanged: Bool) throws {
    try withArchive { archive in
      try archive.write("large.jsonl", Self.articles)
      try cut(archive)
      if isChanged { try archive.write("large.jsonl", Array(Self.articles.reversed())) }
      let summary = try run(archive, format: isChanged ? nil : "jsonl")
      #expect(summary.unchanged + summary.indexed == Self.count)
      #expect(try stored(archive) == nil)
      #expect(try IndexCheck(index: archive.index).run(repair: false) { _ in }.findings == [])
    }
  }

  /// Of a file whose earlier state is in the index: what it no longer holds is told apart from what was met
  /// before the cut.
  @Test func aChangedFileGoesOnTooAndItsLeftoversAreKnown() throws {
    try withArchive { archive in
      try archive.write("large.jsonl", Self.articles)
      _ = try run(archive)
      let changed = Self.articles.dropFirst(5).map { article in
        article.merging(["body": (article["body"] ?? "") + "Rain fell."]) { $1 }
      }
      try archive.write("large.jsonl", changed)
      try cut(archive, at: "UPDATE")
      let stored = try #require(try stored(archive))
      #expect(stored > 300 && stored < Self.count - 105)
      let summary = try run(archive)
      #expect((summary.unchanged, summary.updated) == (stored, Self.count - 5 - stored))
      let connection = try Connection(archive.index.path, .readOnly)
      #expect(try connection.value("SELECT leftover FROM file") == 5)
      #expect(
        try connection.value("SELECT count(*) FROM article WHERE body LIKE '%Rain fell.'")
          == Self.count - 5)
      #expect(try self.stored(archive) == nil)
      #expect(try run(archive).unchanged == Self.count)
    }
  }
}
