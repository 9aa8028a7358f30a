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
      reader.libraries = LateLibraries(xml: { nil }, zlib: { nil })
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

  @Test func otherFilesNeedNone() throws {
    #expect(try failures(in: Array("<html><p>Words.</p></html>".utf8), named: "a.html") == [])
    #expect(try failures(in: Array(#"{"body_html": "<p>Two.</p>"}"#.utf8), named: "a.json") == [])
    #expect(try failures(in: Array("Words.".utf8), named: "a.txt") == [])
    #expect(try failures(in: Array("# Words\n\nMore.".utf8), named: "a.md") == [])
  }
}
