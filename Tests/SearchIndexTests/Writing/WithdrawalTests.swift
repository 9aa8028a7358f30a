import SearchIndex
import SearchModel
import TestSupport
import Testing

/// Messages by which an agency takes a story of its back.
struct WithdrawalTests {
  private static let id = "urn:newsml:agency.example:1"
  private static let story = [
    "id": id, "headline": "Harvest", "body_text": "Barley was cut early.",
  ]
  private static let message = [
    "uri": id, "headline": "Harvest", "versioncreated": "2024-05-06T10:15:00Z",
    "pubstatus": "canceled",
  ]
  private static let other = ["id": "b", "title": "Weather", "body": "Rain fell."]

  private func ids(_ archive: TestArchive) throws -> [String] {
    try archive.strings("SELECT external_id FROM article ORDER BY external_id")
  }

  /// Whether the message is read before the story or behind it.
  @Test(arguments: [("1.jsonl", "2.jsonl"), ("2.jsonl", "1.jsonl")])
  func takesAStoryOutOfTheRunThatReadsBoth(story: String, message: String) throws {
    try withArchive { archive in
      try archive.write(story, [Self.story, Self.other])
      try archive.write(message, [Self.message])
      let summary = try archive.run()
      #expect([summary.indexed, summary.removed, summary.failed] == [2, 1, 1])
      #expect(try ids(archive) == ["b"])
      #expect(try archive.run().unchanged == 1)
      #expect(try archive.check() == [])
    }
  }

  @Test func takesAStoryOutThatWasThereBefore() throws {
    try withArchive { archive in
      try archive.write("1.jsonl", [Self.story, Self.other])
      try archive.run()
      try archive.write("2.jsonl", [Self.message])
      #expect(try archive.run().removed == 1)
      #expect(try ids(archive) == ["b"])
      #expect(try archive.check() == [])
    }
  }

  /// Others count by numbers too.
  @Test func leavesWhatHasANumberForAnIDToThePerson() throws {
    try withArchive { archive in
      try archive.write("1.jsonl", [["id": "7", "title": "Harvest", "body": "Barley was cut."]])
      try archive.write(
        "2.jsonl", [Self.message.merging(["uri": "7"]) { _, new in new }])
      #expect(try archive.run().removed == 0)
      #expect(try ids(archive) == ["7"])
    }
  }
}
