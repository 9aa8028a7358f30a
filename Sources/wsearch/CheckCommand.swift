internal import CommandLineOptions
internal import OperatingSystem
internal import Rendering
internal import SearchModel

/// `wsearch check`: whether the index is sound, and if not, which side is damaged.
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "check", "Verifies the index; with --repair rebuilds what is derived from the articles.",
    example: "wsearch check --repair")

  @Group var location: IndexLocation

  @Flag("repair", "Rebuilds what is damaged, in a new file where it must, and says so.")
  var repair

  @Flag("json", "Prints JSON.")
  var json

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let inspection = try location.archive().inspection
    let report = try await inspection.check(repair: repair) { step in
      if Terminal.errorIsTerminal { Terminal.say(step) }
    }
    if json {
      var writer = JSONWriter()
      writer.check(report)
      terminal.print(writer.text)
    } else {
      lines(of: report).forEach { terminal.print($0.visible) }
    }
    return report.isSound ? .found : .failure
  }

  private func lines(of report: CheckReport) -> [String] {
    let found = report.findings.map(line)
    if !found.isEmpty { return found + report.notes + report.skipped }
    let verdict = report.skipped.isEmpty ? "sound" : "sound as far as it was checked"
    return ["\(verdict): \(location.path)"] + report.skipped
  }

  private func line(_ finding: CheckFinding) -> String {
    "\(finding.side.rawValue): \(finding.message)" + (finding.isRepaired ? " (repaired)" : "")
  }
}
