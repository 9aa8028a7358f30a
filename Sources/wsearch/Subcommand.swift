internal import CommandLineOptions

/// A subcommand that ends in an exit status; errors become one line on stderr and status 2.
protocol Subcommand: Command {
  func execute(_ terminal: Terminal) throws -> ExitStatus
  var color: ColorMode { get }
}

extension Subcommand {
  var color: ColorMode { .auto }

  func run() throws {
    let terminal = Terminal(color: color)
    let status: ExitStatus
    do {
      status = try execute(terminal)
    } catch let error as UsageError {
      throw error
    } catch {
      Terminal.say("\(error)")
      status = .failure
    }
    terminal.flush()
    if status != .found { throw ExitCode(status.rawValue) }
  }
}
