internal import CommandLineOptions
internal import OperatingSystem
internal import Rendering
internal import SearchModel

/// `wsearch move`: the sources lie elsewhere.
struct MoveCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "move", "Tells the index that a folder of its sources lies elsewhere now.",
    discussion: """
      Ids and tags stay, and files that did not change on the way are not read again. The sources \
      themselves are not touched.
      """,
    example: "wsearch move /mnt/old/archive ~/archive")

  @Group var location: IndexLocation

  @Flag("json", "Prints JSON.")
  var json

  @Argument("OLD", "The folder or file as it was indexed.", takes: .file("/mnt/old/archive"))
  var old: String

  @Argument("NEW", "Where it lies now.", takes: .file("archive"))
  var new: String

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let summary = try await location.archive().writer(making: false).move(old, to: new)
    if json {
      var writer = JSONWriter()
      writer.move(summary)
      terminal.print(writer.text)
    } else {
      let files = summary.files == 1 ? "1 file" : "\(summary.files) files"
      let articles = summary.articles == 1 ? "1 article" : "\(summary.articles) articles"
      terminal.print("\(files) with \(articles) below \(new.visible)")
    }
    return summary.files == 0 ? .nothing : .found
  }
}
