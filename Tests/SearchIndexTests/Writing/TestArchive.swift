import Foundation
import SQLite
import SearchIndex
import SearchModel
import TestSupport
import Testing

/// A folder of JSON Lines files beside the index made of it.
struct TestArchive {
  let folder: URL
  let index: ArticleIndex

  init(_ folder: URL) throws {
    self.folder = folder.appendingPathComponent("news")
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    index = try ArticleIndex(
      path: folder.appendingPathComponent("index.db").path, access: .readWrite)
  }

  /// The same folder with its index opened anew.
  init(again other: TestArchive) throws {
    folder = other.folder
    index = try ArticleIndex(path: other.index.path, access: .readWrite)
  }

  /// Writes a file of articles, each a few JSON keys.
  func write(_ name: String, _ articles: [[String: String]]) throws {
    let lines = try articles.map {
      String(
        decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys),
        as: UTF8.self)
    }
    try lines.joined(separator: "\n").write(to: url(name), atomically: false, encoding: .utf8)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url(name))
  }

  func url(_ name: String) -> URL {
    folder.appendingPathComponent(name)
  }

  /// Runs over the whole folder; the seconds are left out, so that summaries compare.
  @discardableResult
  func run(prune: Bool = false, keepsDuplicates: Bool = false) throws -> RunSummary {
    var options = IndexingOptions()
    options.prune = prune
    options.keepsDuplicates = keepsDuplicates
    options.memory = 32 << 20
    var summary = try IndexRun(index: index, options: options).run(paths: [folder.path]) { _ in }
    summary.seconds = 0
    summary.bytes = 0
    return summary
  }

  func strings(_ sql: String) throws -> [String] {
    try index.read { try $0.values(sql) }
  }

  func check(repair: Bool = false) throws -> [CheckFinding] {
    try IndexCheck(index: index).run(repair: repair) { _ in }.findings
  }
}

func withArchive(_ body: (TestArchive) throws -> Void) throws {
  try withTemporaryDirectory { try body(TestArchive($0)) }
}
