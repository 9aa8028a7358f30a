internal import CommandLineOptions
internal import OperatingSystem
internal import Rendering
internal import SearchModel

/// `wsearch person show`: what the index says of one person.
struct PersonShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "show", "Prints how articles name a person, why a name is this one's, with whom and where.",
    discussion: """
      Every form of the name comes with its articles, its first and last date and a line of context; every
      name that articles give with the reason why it was taken for this person. `wsearch person split` and
      `wsearch person merge` put right what is wrong.
      """,
    example: "wsearch person show \"Keir Starmer\"")

  @Group var location: IndexLocation

  @Flag("json", "Prints JSON.")
  var json

  @Flag("csv", "Prints CSV, a line for each name, form, person and country.")
  var csv

  @Argument("NAME", "A person's name as in --person: a surname will do.", takes: .person)
  var name: String

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    if json, csv { throw UsageError("--json does not go with --csv: choose one") }
    let (profile, notes) = try await location.archive().backend().profile(of: name)
    guard let profile else {
      notes.forEach { Terminal.say($0) }
      return .nothing
    }
    if json {
      var writer = JSONWriter()
      writer.personProfile(profile)
      terminal.print(writer.text)
    } else {
      notes.forEach { Terminal.say($0) }
      let text = csv ? PersonProfileCSV(profile).text : PersonProfileText(profile).text
      terminal.write(Array(text.utf8))
    }
    return .found
  }
}
