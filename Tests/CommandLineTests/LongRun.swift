import Foundation

/// A run of `wsearch index` that writes batch after batch for a while.
struct LongRun {
  static let articles = 400

  let process: Process
  private let binary: Binary
  private let errors: URL

  /// Articles of made-up words, one a line.
  static func write(to folder: URL) throws -> URL {
    let lines = (0..<articles).map { number in
      let body = (0..<240).map { "word\(number * 7 % 900 + $0 * $0) said" }.joined(separator: " ")
      return #"{"id": "\#(number)", "title": "Report \#(number)", "body": "\#(body)."}"#
    }
    let news = folder.appendingPathComponent("long.jsonl")
    try lines.joined(separator: "\n").write(to: news, atomically: true, encoding: .utf8)
    return news
  }

  /// Little memory makes many batches.
  init(_ binary: Binary, _ news: URL, index: String? = nil) throws {
    self.binary = binary
    errors = news.deletingLastPathComponent().appendingPathComponent("err-\(UUID().uuidString)")
    process = try binary.start(
      ["index", "--memory", "4M", news.path] + (index.map { ["--index", $0] } ?? []), input: "",
      output: errors.appendingPathExtension("out"), errors: errors)
  }

  var complaints: String { get throws { try String(contentsOf: errors, encoding: .utf8) } }

  /// Waits until the run holds the lock.
  func waitUntilItWrites() throws {
    let lock = binary.index.path + ".lock"
    while process.isRunning, !FileManager.default.fileExists(atPath: lock) { usleep(2_000) }
    usleep(100_000)
  }
}
