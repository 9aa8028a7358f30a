import Foundation
import TestSupport

/// The built `wsearch`, run as a user runs it.
struct Binary {
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String

    /// The lines on stderr that are not empty.
    var complaints: [String] { errors.split(separator: "\n").map(String.init) }

    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// Beside the test bundle, where SwiftPM builds both.
  static let url = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("wsearch")

  /// The index that every call works on.
  let index: URL

  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let folder = index.deletingLastPathComponent()
    let output = folder.appendingPathComponent("stdout-\(UUID().uuidString)")
    let errors = folder.appendingPathComponent("stderr-\(UUID().uuidString)")
    let process = try start(arguments, input: input, output: output, errors: errors)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Starts the binary with its streams in files: pipes that nobody reads would fill and block.
  func start(_ arguments: [String], input: String, output: URL, errors: URL) throws -> Process {
    let typed = index.deletingLastPathComponent().appendingPathComponent("in-\(UUID().uuidString)")
    try Data(input.utf8).write(to: typed)
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = Self.url
    process.arguments = arguments
    process.environment = ["WSEARCH_INDEX": index.path, "HOME": NSHomeDirectory()]
    process.currentDirectoryURL = repository
    process.standardInput = try FileHandle(forReadingFrom: typed)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return process
  }
}

/// A binary over an index in a fresh folder.
func withBinary<R>(_ body: (Binary, URL) throws -> R) throws -> R {
  try withTemporaryDirectory { folder in
    try body(Binary(index: folder.appendingPathComponent("index.db")), folder)
  }
}

/// A binary over the indexed example articles.
func withExamples<R>(_ body: (Binary) throws -> R) throws -> R {
  try withBinary { binary, _ in
    _ = try binary.run("index", "Examples/news")
    return try body(binary)
  }
}
