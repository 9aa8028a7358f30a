import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

/// Where a library is not installed, the files that need it are failures, and others are read.
struct MissingLibraryTests {
  private func failures(in bytes: [UInt8], named name: String) throws -> [ReadingFailure] {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent(name).path
      try #require(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
      var reader = ArticleReader()
      reader.libraries = LateLibraries(
        archive: { nil }, mail: { nil }, xml: { nil }, zlib: { nil })
      var failures: [ReadingFailure] = []
      FileWalker().walk([path], fail: { failures.append($0) }) { file in
        reader.read(file) { if let failure = $0.failure { failures.append(failure) } }
      }
      return failures
    }
  }

  @Test func packedFilesNeedZlib() throws {
    let found = try failures(in: [0x1f, 0x8b, 8, 0], named: "a.txt.gz")
    #expect(
      found.map(\.message) == [
        "zlib is not installed: install it (apt-get install zlib1g, brew install zlib)"
      ])
  }

  @Test(arguments: [
    ("a.zip", [0x50, 0x4b, 5, 6] + [UInt8](repeating: 0, count: 18)),
    ("a.txt.xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
  ])
  func archivesNeedLibarchive(name: String, bytes: [UInt8]) throws {
    let message =
      "libarchive is not installed: install it (apt-get install libarchive13, brew install libarchive)"
    #expect(try failures(in: bytes, named: name).map(\.message) == [message])
  }

  @Test(arguments: ["a.eml", "a.mbox", "a.mhtml"])
  func mailNeedsGMime(name: String) throws {
    let start = name == "a.mbox" ? "From jane@example.org Mon Sep  7 10:11:12 2026\n" : ""
    let mail = Array((start + "Message-ID: <1@example.org>\nSubject: Words\n\nMore.\n").utf8)
    let message =
      "GMime is not installed: install it (apt-get install libgmime-3.0-0, brew install gmime)"
    #expect(try failures(in: mail, named: name).map(\.message) == [message])
  }

  @Test func otherFilesNeedNone() throws {
    #expect(try failures(in: Array("<html><p>Words.</p></html>".utf8), named: "a.html") == [])
    #expect(try failures(in: Array(#"{"body_html": "<p>Two.</p>"}"#.utf8), named: "a.json") == [])
    #expect(try failures(in: Array("Words.".utf8), named: "a.txt") == [])
    #expect(try failures(in: Array("# Words\n\nMore.".utf8), named: "a.md") == [])
  }
}
