internal import CommandLineOptions
internal import Rendering
internal import SearchIndex

/// `wsearch salvage`: what is readable of a damaged index, as a sound one.
struct SalvageCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "salvage", "Makes a sound index of what is readable in a damaged one.",
    discussion: """
      The old file is only read, page by page, wherever it is damaged. Articles, files and rules keep \
      their ids; people, countries, dates and full text are worked out again. What is lost is said, and \
      the next `wsearch index` over the new file reads the sources of that again.
      """,
    example: "wsearch salvage old.db new.db")

  @Argument("OLD", "The damaged index.", takes: SalvageCommand.index) var old: String
  @Argument("NEW", "The file to be made, which is not there yet.", takes: SalvageCommand.index)
  var new: String

  @Flag("json", "Prints JSON.")
  var json

  private static let index = ValueKind(
    "FILE", takes: "an index file", example: "old.db", completion: .files)

  /// Not all is well where something is lost.
  func execute(_ terminal: Terminal) throws -> ExitStatus {
    let progress = ProgressLine()
    defer { progress.clear() }
    let summary = try IndexSalvage(from: old, to: new).run { done, all in
      progress.show(done: done, all: all)
    }
    progress.clear()
    if json {
      var writer = JSONWriter()
      writer.salvage(summary)
      terminal.print(writer.text)
    } else {
      terminal.print(SalvageText(summary, path: new).text)
    }
    return summary.isWhole ? .found : .failure
  }
}
