import Foundation
import TestSupport
import Testing

/// A run that is killed leaves a sound index, which the next run completes.
///
/// The real binary, killed at moments that a seed decides.
struct KillTests {
  private static let rounds = 21
  private static let articles = 600

  @Test(arguments: [20_250_907] as [UInt64])
  func aKilledRunLeavesASoundIndexThatARerunCompletes(seed: UInt64) throws {
    try withTemporaryDirectory { folder in
      let news = folder.appendingPathComponent("news.jsonl")
      try Self.write(to: news)
      let whole = folder.appendingPathComponent("whole.db").path
      let full = try Self.run(Self.indexing(news, whole), killedAfter: nil)
      #expect(full.status == 0)

      var random = SeededGenerator(seed: seed)
      for round in 0..<Self.rounds {
        // Some runs begin an index, some go on where another was killed.
        let index = folder.appendingPathComponent("\(round / 3).db").path
        let arguments = Self.indexing(news, index)
        let moment = full.seconds * Double.random(in: 0...1, using: &random)
        _ = try Self.run(arguments, killedAfter: moment)
        let check = try Self.run(["check", "--index", index], killedAfter: nil)
        #expect(check.isSoundOrEmpty, "seed \(seed), round \(round): \(check)")
        if round % 3 == 2 { try Self.complete(news, index) }
      }
    }
  }

  private static func complete(_ news: URL, _ index: String) throws {
    for arguments in [indexing(news, index), ["check", "--index", index]] {
      let ended = try run(arguments, killedAfter: nil)
      #expect(ended.status == 0, "\(arguments): \(ended)")
    }
    let stats = try run(["stats", "--json", "--index", index], killedAfter: nil)
    let object = try JSONSerialization.jsonObject(with: Data(stats.output.utf8))
    #expect((object as? [String: Any])?["articles"] as? Int == articles)
  }

  /// Little memory makes many batches.
  private static func indexing(_ news: URL, _ index: String) -> [String] {
    ["index", "--index", index, "--memory", "4M", news.path]
  }

  private struct Ended {
    var status: Int32
    var seconds: Double
    var output: String
    var errors: String

    /// Killed before the first transaction, there is a file but no index in it yet.
    var isSoundOrEmpty: Bool { status == 0 || errors.contains("no index at") }
  }

  private static func write(to url: URL) throws {
    let lines = (0..<articles).map { number in
      let body = (0..<120).map { "word\(number * 7 % 900 + $0) said" }.joined(separator: " ")
      return #"{"id": "\#(number)", "title": "Report \#(number)", "body": "\#(body)."}"#
    }
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }

  private static func run(_ arguments: [String], killedAfter limit: Double?) throws -> Ended {
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appendingPathComponent("wsearch")
    process.arguments = arguments
    let files = try (0..<2).map { _ in try TemporaryFile() }
    process.standardOutput = files[0].handle
    process.standardError = files[1].handle
    let start = Date()
    try process.run()
    if let limit {
      Thread.sleep(forTimeInterval: limit)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, seconds: Date().timeIntervalSince(start),
      output: try files[0].text(), errors: try files[1].text())
  }

  /// Takes what a process writes; a pipe nobody reads would stop it.
  private struct TemporaryFile {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let handle: FileHandle

    init() throws {
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
      handle = try FileHandle(forWritingTo: url)
    }

    func text() throws -> String {
      defer { try? FileManager.default.removeItem(at: url) }
      return try String(contentsOf: url, encoding: .utf8)
    }
  }
}
