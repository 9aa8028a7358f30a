internal import OperatingSystem

/// The process's three streams: data to stdout, talk to stderr, colour only where it is wanted.
///
/// A closed pipe on stdout ends the process quietly with status 0: whoever reads had enough. Any
/// other error there ends it with a line on stderr and status 2.
final class Terminal {
  let usesColor: Bool
  private var buffer: [UInt8] = []

  init(color: ColorMode = .auto) {
    usesColor =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isatty(STDOUT_FILENO) == 1 && Environment["NO_COLOR"] == nil
      }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether somebody reads what is printed, and no program.
  var isScreen: Bool { isatty(STDOUT_FILENO) == 1 }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the window, 80 where there is none or none to speak of.
  var width: Int {
    guard let columns = Environment.windowColumns, columns > 20 else { return 80 }
    return columns
  }

  func print(_ line: String) {
    write(Array(line.utf8))
    write([10])
  }

  func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count > 1 << 16 { flush() }
  }

  func flush() {
    do {
      try buffer.withUnsafeBytes {
        try FileDescriptor.write($0, to: STDOUT_FILENO, path: "stdout")
      }
    } catch {
      Self.end(error)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func end(_ error: any Error) -> Never {
    let known = error as? SystemError
    if known?.code == EPIPE { exit(ExitStatus.found.rawValue) }
    say(known?.wordsWithPath ?? "\(error)")
    exit(ExitStatus.failure.rawValue)
  }

  /// A message for people, with the program's name in front.
  static func say(_ message: String) {
    write(toError: "wsearch: \(message.visible)\n")
  }

  static func write(toError text: String) {
    try? Array(text.utf8).withUnsafeBytes {
      try FileDescriptor.write($0, to: STDERR_FILENO, path: "stderr")
    }
  }
}

/// When to colour what goes to stdout.
enum ColorMode: String, CaseIterable, Sendable { case auto, always, never }

/// The exit statuses that scripts rely on; 64 is wrong usage, by `UsageError`.
enum ExitStatus: Int32 {
  case found = 0
  case nothing = 1
  case failure = 2
}
