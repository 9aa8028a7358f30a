internal import CommandLineOptions
internal import SearchModel

/// `wsearch person undo`: a correction is taken back.
struct PersonUndoCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "undo", "Takes a correction back: the last, or the one of that line.",
    example: "wsearch person undo 2")

  @Group var change: PersonChangeOptions

  @Argument(
    "N", "The rule's line in `wsearch person rules`, from 1; else the last.",
    takes: .number(from: 1, example: "2"))
  var number: Int?

  func execute(_ terminal: Terminal) async throws -> ExitStatus {
    let undone = try await change.writer().undo(number)
    if undone.undone.isEmpty {
      Terminal.say(number.map { "there is no rule \($0)" } ?? "there are no rules")
      return .nothing
    }
    change.print(undone, terminal)
    return .found
  }
}
