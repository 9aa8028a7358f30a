internal import Foundation

/// The process's three streams: data to stdout, talk to stderr, colour only where it is wanted.
///
/// A closed pipe on stdout ends the process quietly with status 0: whoever reads had enough.
final class Terminal {
  let usesColor: Bool
  private var buffer: [UInt8] = []

  init(color: ColorMode = .auto) {
    usesColor =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      }
    signal(SIGPIPE, SIG_IGN)
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the window, 80 when stdout is no terminal.
  var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
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
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Foundation.write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : ExitStatus.failure.rawValue)
      }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// A message for people, with the program's name in front.
  static func say(_ message: String) {
    write(toError: "wsearch: \(message)\n")
  }

  static func write(toError text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// When to colour what goes to stdout.
enum ColorMode: String, CaseIterable { case auto, always, never }

/// The exit statuses that scripts rely on; 64 (usage) is the argument parser's own.
enum ExitStatus: Int32 {
  case found = 0
  case nothing = 1
  case failure = 2
}
