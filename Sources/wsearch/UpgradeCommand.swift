internal import CommandLineOptions
internal import OperatingSystem
internal import Rendering
internal import SearchIndex

/// `wsearch upgrade`: an index of an older format made anew.
struct UpgradeCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "upgrade", "Makes an index of an older format anew from its own articles.",
    discussion: """
      The sources are not read. The new file takes the place of the old one when it is whole; until \
      then the old one stays as it is, and there must be room for both. No one else may have the index \
      open meanwhile.
      """,
    example: "wsearch upgrade --index old.db")

  @Group var location: IndexLocation

  @Flag("json", "Prints JSON.")
  var json

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    EndSignals.note("\(location.path) is what it was")
    let progress = ProgressLine()
    defer { progress.clear() }
    let summary = try IndexUpgrade(path: location.filePath()).run { done, all in
      progress.show(done: done, all: all)
    }
    progress.clear()
    if json {
      var writer = JSONWriter()
      writer.upgrade(summary)
      terminal.print(writer.text)
    } else {
      terminal.print(UpgradeText(summary, path: location.path).text)
    }
    return .found
  }
}
