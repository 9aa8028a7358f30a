internal import CommandLineOptions
internal import OperatingSystem

/// A subcommand that ends in an exit status; what it printed before an error is printed.
protocol Subcommand: Command {
  func execute(_ terminal: Terminal) async throws -> ExitStatus
  var color: ColorMode { get }
}

extension Subcommand {
  var color: ColorMode { .auto }

  func run() throws {
    let terminal = Terminal(color: color)
    defer { terminal.flush() }
    let status = try CallingThread.run {
      do { return try await execute(terminal) } catch { throw AdvisedError(error) ?? error }
    }
    if status != .found { throw ExitCode(status.rawValue) }
  }
}
