internal import CommandLineOptions
internal import OperatingSystem
internal import SearchIndex

/// A subcommand that ends in an exit status; what it printed before an error is printed.
protocol Subcommand: Command {
  func execute(_ terminal: Terminal) async throws -> ExitStatus
  var color: ColorMode { get }
  /// What it prints says also what no one vouches for.
  var tellsNotes: Bool { get }
}

extension Subcommand {
  var color: ColorMode { .auto }
  var tellsNotes: Bool { false }

  func run() throws {
    let terminal = Terminal(color: color)
    defer { terminal.flush() }
    let status = try CallingThread.run {
      do { return try await execute(terminal) } catch { throw AdvisedError(error) ?? error }
    }
    if !tellsNotes, let note = IndexSoftware.unverifiedNote { Terminal.say("note: \(note)") }
    if status != .found { throw ExitCode(status.rawValue) }
  }
}
