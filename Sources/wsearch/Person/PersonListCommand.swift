internal import ArgumentParser
internal import Rendering
internal import SearchIndex

/// `wsearch person list`: the people of the index with the number of their articles.
struct PersonListCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Prints the people of the index, those in most articles first.",
    discussion: "Example: wsearch person list starm")

  @OptionGroup var location: IndexLocation

  @Flag(help: "Prints JSON.")
  var json = false

  @Argument(help: "Only names with words that begin so.")
  var prefix = ""

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let index = try ArticleIndex(path: location.path, access: .readOnly)
    let people = try index.people(beginning: prefix)
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
