import Foundation
import TestSupport
import Testing

@testable import CommandLineOptions
@testable import wsearch

/// Wrong command lines, each with the line that a person reads:
/// `Tests/Fixtures/command-lines/wrong.tsv`.
struct WrongCommandLineTests {
  struct Row: CustomTestStringConvertible {
    let line: String
    let message: String

    var testDescription: String { line }

    static let all: [Row] = {
      let file = fixtures.appendingPathComponent("command-lines/wrong.tsv")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        .filter { $0.count == 2 }.map { Row(line: $0[0], message: $0[1]) }
    }()
  }

  @Test func thereAreAtLeastSixty() {
    #expect(Row.all.count >= 60)
  }

  @Test(arguments: Row.all)
  func itSaysWhatToType(_ row: Row) {
    let words = ShellReader.read(row.line + " ").before.map(\.text)
    #expect(throws: UsageError(row.message)) { try WSearch.program.request(words) }
  }

  @Test func theBinaryPrintsTheLineAndEndsWithStatus64() throws {
    try withBinary { binary, _ in
      let outcome = try binary.run("query", "--limt", "3")
      #expect(outcome.status == 64)
      #expect(outcome.output == "")
      #expect(outcome.errors == "wsearch: there is no option --limt: did you mean --limit?\n")
    }
  }
}
