import ArticleReading
import Foundation
import IndexDefinition
import TestSupport
import Testing

struct FileWalkerTests {
  private func walk(_ paths: String...) -> (files: [String], failures: [ReadingFailure]) {
    var files: [String] = []
    var failures: [ReadingFailure] = []
    FileWalker().walk(paths, fail: { failures.append($0) }) { files.append($0.path) }
    return (files, failures)
  }

  @Test func orderIsThatOfBytesAndHiddenFilesArePassedOver() throws {
    try withTemporaryDirectory { folder in
      for name in ["b.txt", "B.txt", "a/z.txt", "é.txt", ".hidden", ".git/x.txt"] {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: file)
      }
      let prefix = folder.path + "/"
      #expect(
        walk(folder.path).files == ["B.txt", "a/z.txt", "b.txt", "é.txt"].map { prefix + $0 })
      #expect(walk(prefix + ".hidden").files == [prefix + ".hidden"])
    }
  }

  @Test func foldersOfAMaildirAreWalked() throws {
    try withTemporaryDirectory { folder in
      for name in ["cur/1.host", ".Sent/cur/2.host", ".Sent/new/3.host", ".other/cur/4.host"] {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: file)
      }
      let names = walk(folder.path).files.map { $0.dropFirst(folder.path.count + 1) }
      #expect(names == [".Sent/cur/2.host", ".Sent/new/3.host", "cur/1.host"])
    }
  }

  @Test func loopsOfLinksEndAndFilesAreMetOnce() throws {
    try withTemporaryDirectory { folder in
      let file = folder.appendingPathComponent("a.txt").path
      try Data("x".utf8).write(to: URL(fileURLWithPath: file))
      for (link, target) in [("loop", folder.path), ("b.txt", file)] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.appendingPathComponent(link).path, withDestinationPath: target)
      }
      let walked = walk(folder.path, file)
      #expect(walked.files == [file])
      #expect(walked.failures == [])
    }
  }

  @Test func missingPathsAndDanglingLinksAreNamed() throws {
    try withTemporaryDirectory { folder in
      let link = folder.appendingPathComponent("gone").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
      let missing = folder.path + "/missing.txt"
      #expect(walk(folder.path, missing).failures.map(\.path) == [link, missing])
      #expect(walk(missing).failures.first?.message == "no such file or folder; check the path")
    }
  }
}
