internal import CommandLineOptions
internal import OperatingSystem
internal import Rendering
internal import SearchIndex

/// `wsearch snapshot`: a sound copy of an index, whatever goes on in it.
struct SnapshotCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "snapshot", "Copies the index as it is now, while others read and write it.",
    discussion: """
      The copy is one file, without what was taken out of the index. It has its name when it is whole; \
      a file that is there is never replaced.
      """,
    example: "wsearch snapshot news-copy.db")

  @Group var location: IndexLocation
  @Group var sharing: SharingOptions

  @Flag("json", "Prints JSON.")
  var json

  @Argument("FILE", "The copy; nothing may be there yet.", takes: .file("news-copy.db"))
  var file: String

  func validate() throws {
    try IndexLocation.checkIsFile(file, of: "snapshot")
  }

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    EndSignals.note("no copy was made")
    let snapshot = try IndexSnapshot(path: location.filePath(), sharing: sharing.sharing)
    let summary = try snapshot.write(to: file) { EndSignals.leaves($0) }
    if json {
      var writer = JSONWriter()
      writer.snapshot(summary)
      terminal.print(writer.text)
    } else {
      terminal.print(SnapshotText(summary, path: file).text)
    }
    return .found
  }
}
