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

  private let xmlMessage =
    "libxml2 is not installed: install it (apt-get install libxml2, brew install libxml2)"

  @Test(arguments: ["a.html", "a.xml"])
  func markupNeedsLibxml2(name: String) throws {
    let found = try failures(in: Array("<html><p>Words.</p></html>".utf8), named: name)
    #expect(found.map(\.message) == [xmlMessage])
    #expect(found.map(\.place) == [nil])
  }

  @Test(arguments: ["a.json", "a.jsonl"])
  func markupInJSONNeedsLibxml2(name: String) throws {
    let text = #"{"body": "One."}"# + "\n" + #"{"body_html": "<p>Two.</p>"}"# + "\n"
    let json =
      name == "a.json" ? "[" + text.split(separator: "\n").joined(separator: ",") + "]" : text
    let found = try failures(in: Array(json.utf8), named: name)
    #expect(found.map(\.message) == [xmlMessage])
    #expect(found.map(\.place) == [name == "a.json" ? "article 2" : "line 2"])
  }

  @Test func packedFilesNeedZlib() throws {
    let found = try failures(in: [0x1f, 0x8b, 8, 0], named: "a.txt.gz")
    #expect(
      found.map(\.message) == [
        "zlib is not installed: install it (apt-get install zlib1g, brew install zlib)"
      ])
  }

  @Test func otherFilesNeedNone() throws {
    #expect(try failures(in: Array("Words.".utf8), named: "a.txt") == [])
    #expect(try failures(in: Array("# Words\n\nMore.".utf8), named: "a.md") == [])
  }
}
