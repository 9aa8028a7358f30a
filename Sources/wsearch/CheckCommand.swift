internal import ArgumentParser
internal import Rendering
internal import SearchIndex

/// `wsearch check`: is the index sound, and if not, which side is damaged?
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verifies the index; with --repair rebuilds what is derived from the articles.",
    discussion: "Example: wsearch check --repair")

  @OptionGroup var location: IndexLocation

  @Flag(help: "Rebuilds full text, columns and stems where they are damaged, and says so.")
  var repair = false

  @Flag(help: "Prints JSON.")
  var json = false

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let index = try ArticleIndex(
      path: location.path, access: repair ? .readWrite : .readOnly)
    let findings = try IndexCheck(index: index).run(repair: repair) { step in
      if Terminal.errorIsTerminal { Terminal.say(step) }
    }
    if json {
      var writer = JSONWriter()
      writer.findings(findings)
      terminal.print(writer.text)
    } else if findings.isEmpty {
      terminal.print("sound: \(location.path)")
    } else {
      findings.forEach { terminal.print(line($0)) }
    }
    return findings.allSatisfy(\.isRepaired) ? .found : .failure
  }

  private func line(_ finding: IndexCheck.Finding) -> String {
    "\(finding.side.rawValue): \(finding.message)" + (finding.isRepaired ? " (repaired)" : "")
  }
}
