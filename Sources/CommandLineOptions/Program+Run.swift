internal import OperatingSystem

extension Program {
  /// The status of an error that is not wrong usage.
  private static let failure: Int32 = 2

  /// Reads the process's command line, does what it asks, and ends the process.
  ///
  /// Wrong usage is one line on stderr and status 64, any other error one line and status 2; a
  /// command that ends otherwise throws ``ExitCode``.
  package func main() -> Never {
    do {
      try answer(try request(Array(Environment.arguments.dropFirst())))
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let words = (error as? SystemError)?.wordsWithPath ?? "\(error)"
      try? Self.write("\(root.name): \(words.visible)\n", to: STDERR_FILENO, path: "stderr")
      exit(error is UsageError ? EX_USAGE : Self.failure)
    }
    exit(EXIT_SUCCESS)
  }

  private func answer(_ request: Request) throws {
    switch request {
    case .run(let command): try command.run()
    case .print(let text): try Self.print(text)
    case .write(let pages, let folder): try pages.forEach { try Self.write($0, folder) }
    }
  }

  private static func write(_ page: ManualPage, _ folder: String) throws {
    let path = "\(folder)/\(page.file)"
    let file = FileDescriptor.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw SystemError.last(path) }
    defer { close(file) }
    try write(page.text, to: file, path: path)
  }

  /// A closed pipe is no error: whoever reads had enough.
  private static func print(_ text: String) throws {
    do {
      try write(text, to: STDOUT_FILENO, path: "stdout")
    } catch let error as SystemError where error.code == EPIPE {}
  }

  private static func write(_ text: String, to file: Int32, path: String) throws {
    signal(SIGPIPE, SIG_IGN)
    try Array(text.utf8).withUnsafeBytes { try FileDescriptor.write($0, to: file, path: path) }
  }
}
