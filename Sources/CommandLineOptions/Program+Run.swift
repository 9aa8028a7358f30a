internal import OperatingSystem

extension Program {
  /// Reads the process's command line, does what it asks, and ends the process.
  ///
  /// Wrong usage is one line on stderr and status 64, any other error one line and status 1; a
  /// command that ends otherwise throws ``ExitCode``.
  package func main() -> Never {
    do {
      switch try request(Array(Environment.arguments.dropFirst())) {
      case .run(let command): try command.run()
      case .print(let text): Self.write(text, to: STDOUT_FILENO)
      case .write(let pages, let folder): try Self.write(pages, folder)
      }
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      Self.write("\(root.name): \(error)\n", to: STDERR_FILENO)
      exit(error is UsageError ? EX_USAGE : EXIT_FAILURE)
    }
    exit(EXIT_SUCCESS)
  }

  private static func write(_ pages: [ManualPage], _ folder: String) throws {
    for page in pages {
      let path = "\(folder)/\(page.file)"
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      guard file >= 0 else { throw UsageError("\(path): cannot be written") }
      write(page.text, to: file)
      close(file)
    }
  }

  /// A closed pipe is no error: whoever reads had enough.
  private static func write(_ text: String, to file: Int32) {
    signal(SIGPIPE, SIG_IGN)
    var text = text
    text.withUTF8 { try? FileDescriptor.write(UnsafeRawBufferPointer($0), to: file, path: "") }
  }
}
