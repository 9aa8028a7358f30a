internal import CommandLineOptions
internal import Rendering
internal import SearchModel

/// `wsearch person list`: the people of the index with the number of their articles.
struct PersonListCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "list", "Prints the people of the index, those in most articles first.",
    example: "wsearch person list starm")

  @Group var location: IndexLocation

  @Flag("json", "Prints JSON.")
  var json

  @Argument("PREFIX", "Only names with words that begin so.", takes: .person)
  var prefix = ""

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let people = try await location.archive().backend().people(beginning: prefix)
    if json {
      var writer = JSONWriter()
      writer.people(people)
      terminal.print(writer.text)
    } else {
      terminal.write(Array(PeopleText(people).text.utf8))
    }
    return people.isEmpty ? .nothing : .found
  }
}
