internal import CommandLineOptions

/// A subcommand that ends in an exit status; what it printed before an error is printed.
protocol Subcommand: Command {
  func execute(_ terminal: Terminal) throws -> ExitStatus
  var color: ColorMode { get }
}

extension Subcommand {
  var color: ColorMode { .auto }

  func run() throws {
    let terminal = Terminal(color: color)
    defer { terminal.flush() }
    let status = try execute(terminal)
    if status != .found { throw ExitCode(status.rawValue) }
  }
}
