internal import CommandLineOptions
internal import OperatingSystem
internal import Rendering
internal import SearchModel

/// `wsearch person rules`: the corrections, as `person apply` reads them.
struct PersonRulesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "rules", "Prints the corrections in force, one a line, oldest first.",
    example: "wsearch person rules > rules.txt")

  @Group var location: IndexLocation

  @Flag("json", "Prints JSON, with the number and the time of each rule.")
  var json

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let rules = try await location.archive().backend().rules()
    if json {
      var writer = JSONWriter()
      writer.personRules(rules)
      terminal.print(writer.text)
    } else {
      rules.forEach { terminal.print("\($0.rule)".visible) }
    }
    return rules.isEmpty ? .nothing : .found
  }
}
