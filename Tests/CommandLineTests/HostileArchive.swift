import Foundation
import OperatingSystem
import TestSupport

/// A text that does harm where it is printed as it is.
struct Payload: Codable, Sendable, CustomStringConvertible {
  let name: String
  let text: String
  /// As one line of a terminal shows it.
  let shown: String

  var description: String { name }

  static let all: [Payload] = {
    let file = repository.appendingPathComponent("Tests/Fixtures/hostile/payloads.jsonl")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.compactMap { try? JSONDecoder().decode(Payload.self, from: Data($0.utf8)) }
  }()
}

/// An index in which every field of strangers' text holds a payload.
struct HostileArchive {
  let binary: Binary
  /// A folder with the articles, and with a file whose name is the payload for most of them.
  let folder: URL

  var articles: URL { folder.appendingPathComponent("articles.jsonl") }

  /// Corrections that give a payload's name to the person of its article.
  var rules: URL { folder.deletingLastPathComponent().appendingPathComponent("rules.txt") }

  /// Queries whose ids and words are payloads, those of one line.
  var batch: String {
    Payload.all.filter { !$0.text.contains { $0.isNewline || $0 == "\t" } }
      .map { "\($0.text)\tStarmer \($0.text)\n" }.joined()
  }

  init(_ binary: Binary, _ parent: URL) throws {
    self.binary = binary
    folder = parent.appendingPathComponent("hostile")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lines = try Payload.all.map { try JSONEncoder().encode(Self.article(of: $0)) }
    try Data(lines.joined(separator: [10])).write(to: articles)
    let corrections = Payload.all.map { payload in
      "split \"Keir Starmer\" into \(Self.quoted(payload.text)) in "
        + Self.quoted(payload.text) + "\n"
    }
    try corrections.joined().write(to: rules, atomically: true, encoding: .utf8)
  }

  /// Files that cannot be read, called as the payloads are.
  func addUnreadableFiles() throws {
    for payload in Payload.all where !payload.text.contains("/") {
      try Data().write(to: folder.appendingPathComponent(payload.text + ".txt"))
    }
  }

  private static func article(of payload: Payload) -> [String: String] {
    let body = "\(payload.text) Keir Starmer spoke in Paris.\n\(payload.text)"
    return [
      "id": payload.text, "title": payload.text, "source": payload.text, "byline": payload.text,
      "url": payload.text, "body": body, "date": "2025-09-07", "note": payload.text,
    ]
  }

  /// A name as a rule has it.
  private static func quoted(_ name: String) -> String {
    let letters = name.unicodeScalars.map { scalar -> String in
      if scalar.isCommand { return "\\u{\(String(scalar.value, radix: 16))}" }
      return "\"\\".unicodeScalars.contains(scalar) ? "\\\(scalar)" : String(scalar)
    }
    return "\"\(letters.joined())\""
  }
}

/// The hostile articles, indexed, with people called as the payloads are.
func withHostileArchive<R>(_ body: (HostileArchive) throws -> R) throws -> R {
  try withBinary { binary, folder in
    let archive = try HostileArchive(binary, folder)
    _ = try binary.run("index", archive.articles.path)
    _ = try binary.run("person", "apply", archive.rules.path)
    return try body(archive)
  }
}
