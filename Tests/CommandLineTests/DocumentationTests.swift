import CommandLineOptions
import Foundation
import TestSupport
import Testing

@testable import wsearch

/// The documents name what there is, and nothing that is gone.
struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
  }

  private func matches(_ pattern: String, in text: String) throws -> Set<String> {
    let expression = try NSRegularExpression(pattern: pattern)
    let whole = NSRange(text.startIndex..., in: text)
    return Set(
      expression.matches(in: text, range: whole).compactMap {
        Range($0.range(at: 1), in: text).map { String(text[$0]) }
      })
  }

  /// The options of every command, by the command as it is typed.
  private var declared: [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: WSearch.program.declared.map { ($0.command, $0.options) })
  }

  @Test func theReadmeNamesEveryCommandAndOption() throws {
    let readme = try text("README.md")
    #expect(declared.count > 15)
    for (command, options) in declared {
      #expect(readme.contains(command), "README does not name \(command)")
      for option in options {
        #expect(readme.contains("`\(option)"), "README does not name \(option) of \(command)")
      }
    }
  }

  @Test func everyOptionOfTheReadmeExists() throws {
    let options = Set(declared.values.joined()).union(["--help", "--version"])
    for option in try matches("`(--[a-z-]+)", in: text("README.md")) {
      #expect(options.contains(option), "\(option)")
    }
  }

  @Test func everyCommandHasHelpWithAnExample() throws {
    for command in declared.keys {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      guard case .print(let help) = try WSearch.program.request(words + ["--help"]) else {
        Issue.record("\(command) has no help")
        continue
      }
      #expect(help.contains("\nExample: \(command) "))
    }
  }

  @Test func theShortHelpOfEveryCommandFitsAScreen() throws {
    for command in declared.keys {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      guard case .print(let help) = try WSearch.program.request(words + ["-h"]) else { continue }
      #expect(
        help.split(separator: "\n", omittingEmptySubsequences: false).count <= 25, "\(command)")
    }
  }

  /// Rows ``| `query` | what it finds | articles |`` of the README, run over the example articles.
  @Test func theReadmesQueriesFindWhatItSays() throws {
    let rows = try text("README.md").split(separator: "\n").compactMap { line -> (String, Int)? in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].hasPrefix("`"), let total = Int(cells[2]) else { return nil }
      return (cells[0].trimmingCharacters(in: ["`"]), total)
    }
    #expect(rows.count >= 15)
    try withExamples { binary in
      for (query, total) in rows {
        let answer = try binary.run("query", "--json", "--", query).json()
        #expect(answer["total"] as? Int == total, "\(query)")
      }
    }
  }

  /// The lines of the README's first block that run wsearch or the stock shell.
  @Test func theReadmesFirstFiveMinutesWork() throws {
    let block = try #require(
      text("README.md").components(separatedBy: "## Five minutes").last?
        .components(separatedBy: "## Commands").first)
    let lines = block.split(separator: "\n").filter { $0.hasPrefix("    ") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.count > 10)
    #expect(lines.first == "export WSEARCH_INDEX=/tmp/news.db")
    try withBinary { binary, folder in
      for line in lines.dropFirst() {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.currentDirectoryURL = repository
        process.arguments = [
          "-c", line.replacing("/tmp/news.db", with: binary.index.path) + " > /dev/null",
        ]
        process.environment = [
          "WSEARCH_INDEX": binary.index.path, "HOME": folder.path,
          "PATH": Binary.url.deletingLastPathComponent().path + ":/usr/bin:/bin",
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(line)")
      }
    }
  }

  @Test func theVersionNamesAllThatAnIndexDependsOn() throws {
    try withBinary { binary, _ in
      let outcome = try binary.run("--version")
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines.first?.hasPrefix("wsearch \(Version.number) (") == true)
      #expect(lines.dropFirst().first?.hasPrefix("SQLite 3.") == true)
      #expect(lines.last?.hasPrefix("index format ") == true)
    }
  }

  /// Every page is right in the eyes of mandoc, where that is installed.
  @Test func everyCommandHasAManPage() throws {
    try withBinary { binary, folder in
      let pages = folder.appendingPathComponent("man")
      try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
      #expect(try binary.run("---manual", pages.path).status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: pages.path)
      #expect(
        Set(names) == Set(declared.keys.map { $0.replacing(" ", with: "-") + ".1" }))
      let mandoc = URL(fileURLWithPath: "/usr/bin/mandoc")
      guard FileManager.default.isExecutableFile(atPath: mandoc.path) else { return }
      let process = Process()
      process.executableURL = mandoc
      process.arguments =
        ["-T", "lint", "-W", "warning"] + names.map { pages.appendingPathComponent($0).path }
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test func completionsAreGeneratedForEveryShell() throws {
    try withBinary { binary, _ in
      for shell in ["bash", "zsh", "fish"] {
        let script = try binary.run("--generate-completion-script", shell)
        #expect(script.status == 0)
        #expect(script.output.contains("wsearch"))
      }
    }
  }
}
