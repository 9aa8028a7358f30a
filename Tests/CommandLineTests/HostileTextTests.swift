import Foundation
import OperatingSystem
import TestSupport
import Testing

/// Text of strangers commands no terminal, whatever prints it.
struct HostileTextTests {
  /// A way to print, and where each payload is to be seen in it.
  struct Printing: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Words of a command line; those in braces are filled in.
    let arguments: [String]
    /// The line that a payload is shown by, with `%` for the payload; nil: it may be left out.
    var line: String?

    init(_ words: String, shows line: String? = nil) {
      testDescription = words
      arguments = words.split(separator: " ").map(String.init)
      self.line = line
    }
  }

  static let printings = [
    Printing("query Starmer --unfold --limit all --facet none", shows: "id %"),
    Printing(
      "query Starmer --unfold --limit all --facet-limit 80 --facet person,source,country,date,language"
    ),
    Printing(
      "query Starmer --unfold --limit all --explain --passages 2 --timeline person", shows: "id %"),
    Printing("query Starmer --unfold --limit all --color always --facet none", shows: "id %"),
    Printing("query Starmer --unfold --limit all --format jsonl --with-body"),
    Printing("query Starmer --unfold --limit all --format csv"),
    Printing("query Starmer --limit 0 --format csv --facet person,source --facet-limit 80"),
    Printing("query Starmer --unfold --limit all --format markdown"),
    Printing("query Starmer --unfold --limit all --format trec"),
    Printing("query Starmer --unfold --limit all --json --facet person,source"),
    Printing("query --batch - --limit 1"), Printing("query --batch - --json --limit 1"),
    Printing("query --batch - --format csv"), Printing("query --batch - --format trec"),
    Printing("query --batch - --format markdown"),
    Printing("show {ids}", shows: "title:     %\n"),
    Printing("show {ids} --tags", shows: "\n\n%  %\n"),
    Printing("show {ids} --query Starmer", shows: "id:        %\n"),
    Printing("show {ids} --color always", shows: "byline:    %\n"),
    Printing("show {ids} --json"),
    Printing("read {articles}", shows: "source:    %\n"), Printing("read --json {articles}"),
    Printing("tag {articles}", shows: "%  %\n"), Printing("tag --color always {articles}"),
    Printing("tag --json {articles}"),
    Printing("person list", shows: "  %\n"), Printing("person list --json"),
    Printing("person rules"), Printing("person rules --json"),
    Printing("person apply {articles}"), Printing("person undo"),
    Printing("person merge Nobody {payload}"),
    Printing("stats"), Printing("check"), Printing("upgrade"),
    Printing("remove --query Starmer"), Printing("remove {ids}"),
    Printing("move {articles} {payload}"), Printing("index {articles}"),
    Printing("index {articles} --json --prune"),
    Printing("index {folder}", shows: "%.txt: "),
    Printing("read {folder}", shows: "%.txt: "), Printing("tag {folder}", shows: "%.txt: "),
  ]

  @Test(arguments: printings) func nothingPrintedCommandsATerminal(_ printing: Printing) throws {
    try withHostileArchive { archive in
      if printing.arguments.contains("{folder}") { try archive.addUnreadableFiles() }
      let arguments = printing.arguments.flatMap { filled($0, archive) }
      let outcome = try archive.binary.run(arguments, input: archive.batch)
      let printed = outcome.output + outcome.errors
      #expect(printed.count > 5)
      let lines = arguments.contains("csv") ? printed.replacing("\r\n", with: "\n") : printed
      #expect(Self.commands(in: lines, coloured: arguments.contains("always")) == [])
      let seen = Payload.all.filter {
        !printing.arguments.contains("{folder}") || !$0.text.contains("/")
      }
      let lost = seen.filter { payload in
        let line = printing.line?.replacingOccurrences(of: "%", with: payload.shown)
        return line.map { !printed.contains($0) } ?? false
      }
      #expect(lost.map(\.name) == [])
    }
  }

  private func filled(_ word: String, _ archive: HostileArchive) -> [String] {
    switch word {
    case "{ids}": ["--"] + Payload.all.map(\.text)
    case "{payload}": [Payload.all[0].text]
    case "{articles}": [archive.articles.path]
    case "{folder}": [archive.folder.path]
    default: [word]
    }
  }

  /// The commands in a text, but for line ends and tabs, and for the colours that are ours.
  private static func commands(in text: String, coloured: Bool) -> [String] {
    var text = text
    if coloured {
      for code in ["0", "1", "2", "32", "35", "36", "1;33", "1;4"] {
        text = text.replacingOccurrences(of: "\u{1B}[\(code)m", with: "")
      }
    }
    return text.unicodeScalars.filter { $0.isCommand && $0 != "\n" && $0 != "\t" }
      .map { "U+\(String($0.value, radix: 16))" }
  }

  /// Command lines that are wrong, each with an error that repeats what was typed.
  static let mistakes: [[String]] = [
    ["%"], ["query", "--from", "%"], ["query", "--country", "%"], ["query", "--format", "%"],
    ["show", "--", "%"], ["index", "--index", "{folder}/%/index.db", "no/such/file"],
    ["stats", "--index", "{folder}/%"], ["read", "--", "{folder}/%"],
    ["query", "--synonyms", "{folder}/%"], ["remove", "--query", "date:%"],
    ["person", "hide", "--", "%", "--%"],
  ]

  @Test(arguments: mistakes) func errorsShowWhatTheyRepeat(_ line: [String]) throws {
    try withHostileArchive { archive in
      for payload in Payload.all {
        let arguments = line.map {
          $0.replacingOccurrences(of: "{folder}", with: archive.folder.path)
            .replacingOccurrences(of: "%", with: payload.text)
        }
        let outcome = try archive.binary.run(arguments)
        let printed = outcome.output + outcome.errors
        #expect(Self.commands(in: printed, coloured: false) == [], "\(payload)")
        #expect(outcome.errors.hasSuffix("\n") || outcome.errors.isEmpty)
        let forged = outcome.complaints.filter { !$0.hasPrefix("wsearch: ") }
        #expect(forged == [], "\(payload)")
      }
    }
  }

  @Test func thereAreSixtyPayloads() {
    #expect(Set(Payload.all.map(\.text)).count == 60)
  }

  @Test func rulesWithEscapesAreReadBack() throws {
    try withHostileArchive { archive in
      let rules = try archive.binary.run("person", "rules").output
      #expect(rules.split(separator: "\n").count == Payload.all.count)
      let again = try archive.binary.run("person", "apply", "-", "--json", input: rules).json()
      #expect(again["made"] as? [String] == [])
      let people = try archive.binary.run("person", "list", "--json").json()["people"]
      let names = (people as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
      #expect(Set(names).subtracting(Payload.all.map(\.text)) == [])
    }
  }
}
