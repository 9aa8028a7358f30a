import Foundation
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// What format 3 did not have.
enum FormatThree {
  /// Makes a file of format 4 one of it.
  static let lackedStories = """
    DROP TABLE story; DELETE FROM column_chunk WHERE name IN ('sketch', 'story');
    PRAGMA user_version = 3;
    """
}

/// What format 2 did not have.
enum FormatTwo {
  /// Makes a file of format 4 one of it.
  static let lackedColumns =
    FormatThree.lackedStories + """
      ALTER TABLE article DROP COLUMN published_at; ALTER TABLE article DROP COLUMN place;
      ALTER TABLE article DROP COLUMN joined; ALTER TABLE duplicate DROP COLUMN place;
      DROP INDEX article_by_text; ALTER TABLE article DROP COLUMN text_hash;
      ALTER TABLE duplicate DROP COLUMN published_at;
      DELETE FROM column_chunk WHERE name = 'time'; PRAGMA user_version = 2
      """
}

/// What comes of files of formats 2 and 3, beside that they are made anew.
struct OlderFormatTests {
  /// A copy of an archive's file as it is after `sql`.
  private func copy(of archive: TestArchive, _ sql: String) throws -> String {
    let old = try Connection(archive.index.path, .readWrite)
    try old.execute(sql)
    old.close()
    let copy = archive.folder.deletingLastPathComponent().appendingPathComponent("copy.db").path
    try Connection(archive.index.path, .readOnly).execute("VACUUM INTO ?", .text(copy))
    return copy
  }

  @Test func nearCopiesComeWithAnUpgrade() throws {
    try withArchive { archive in
      let body = "Anna Lund met Olaf Berg."
      try archive.write(
        "one.jsonl",
        [["id": "a", "title": "One", "body": body], ["id": "b", "title": "Two", "body": body]])
      try archive.run()
      let copy = try copy(of: archive, FormatThree.lackedStories)
      #expect(try IndexUpgrade(path: copy).run { _, _ in }.articles == 2)
      let index = try ArticleIndex(path: copy, access: .readWrite)
      #expect(try IndexCheck(index: index).run(repair: false) { _ in }.findings == [])
      let leads: [Int64] = try index.read {
        try $0.values("SELECT lead_id FROM story ORDER BY article_id")
      }
      #expect(leads == [1, 1])
      let summary = try IndexRun(index: index, options: .init())
        .run(paths: [archive.folder.path]) { _ in }
      #expect(summary.unchanged == 2)
    }
  }

  /// Format 2 had no time of day: the files that have it are read once more.
  @Test func timesComeWithTheNextRun() throws {
    try withArchive { archive in
      try archive.write(
        "one.jsonl",
        [
          ["id": "a", "body": "Anna Lund met Olaf Berg.", "date": "2024-05-06T12:00Z"],
          ["id": "b", "body": "No time.", "date": "2024-05-06"],
        ])
      try archive.run()
      let copy = try copy(of: archive, FormatTwo.lackedColumns)
      #expect(try IndexUpgrade(path: copy).run { _, _ in }.articles == 2)
      let index = try ArticleIndex(path: copy, access: .readWrite)
      #expect(try IndexCheck(index: index).run(repair: false) { _ in }.findings == [])
      let summary = try IndexRun(index: index, options: .init())
        .run(paths: [archive.folder.path]) { _ in }
      #expect(summary.updated == 1 && summary.unchanged == 1)
      let times: [String] = try index.read {
        try $0.values("SELECT ifnull(published_at, '') FROM article ORDER BY id")
      }
      #expect(times == ["2024-05-06T12:00Z", ""])
    }
  }

  /// Format 2 folded equal bodies whatever their headlines and days.
  @Test func whatWasFoldedForItsBodyAloneIsAnArticleAgain() throws {
    try withArchive { archive in
      let body = "Anna Lund met Olaf Berg."
      try archive.write(
        "one.jsonl",
        ["a", "b", "c", "d", "e"].map { ["id": $0, "title": "Talks", "body": body] })
      try archive.run()
      let copy = try copy(
        of: archive,
        """
        UPDATE duplicate SET title = 'Lund meets Berg' WHERE external_id IN ('b', 'd');
        UPDATE duplicate SET date = '2024-05-06', date_source = 'given' WHERE external_id = 'c';
        PRAGMA user_version = 2
        """)
      #expect(try IndexUpgrade(path: copy).run { _, _ in }.articles == 3)
      let upgraded = try Connection(copy, .readOnly)
      let rows: [String] = try upgraded.values(
        """
        SELECT a.external_id || ifnull(a.date, '') || ' ' || a.title || ' ' ||
        ifnull(group_concat(d.external_id), '') FROM article AS a
        LEFT JOIN duplicate AS d ON d.article_id = a.id GROUP BY a.id ORDER BY a.id
        """)
      #expect(rows == ["a Talks e", "b Lund meets Berg d", "c2024-05-06 Talks "])
    }
  }
}
