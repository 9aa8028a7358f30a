/// What the process says when a signal ends it: one line on stderr.
///
/// Whoever asks for the end (SIGINT, SIGTERM) gets it at once, and the process ends by that signal, so
/// that a shell knows. A file that was cut while its bytes were mapped (SIGBUS) ends it with status 2.
/// A file that may not grow any further (SIGXFSZ, `ulimit -f`) is an error of the write.
///
/// What a handler touches stands ready in plain memory: it may neither allocate nor lock.
package enum EndSignals {
  private struct Lines {
    var beginning = kept("")
    let interrupted = kept("interrupted")
    let terminated = kept("terminated")
    var note = kept("")
    var file = kept("a file")
    let cut = kept(" was cut, or its disk failed, while it was read: nothing of the answer holds")
    let end = kept("\n")
    /// The files that go with the process.
    var leftovers = UnsafeBufferPointer<UnsafePointer<CChar>>(start: nil, count: 0)
  }

  /// Texts that were replaced are left where they are: a handler may be reading them.
  nonisolated(unsafe) private static let lines: UnsafeMutablePointer<Lines> = {
    let lines = UnsafeMutablePointer<Lines>.allocate(capacity: 1)
    lines.initialize(to: Lines())
    return lines
  }()

  /// Takes the signals over; one that the process was started to ignore stays ignored.
  ///
  /// - Parameter program: Its name, in front of the line.
  package static func take(program: String) {
    let clearing = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
    lines.pointee.beginning = kept("\(clearing)\(program): ")
    signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM] where !isIgnored(number) {
      signal(number) { EndSignals.end($0) }
      unblock(number)
    }
    signal(SIGBUS) { _ in EndSignals.endOfCutFile() }
  }

  /// A thread that blocks signals hands that on to what it starts (Foundation's `Process` does), which
  /// then could not be ended.
  private static func unblock(_ number: Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// What becomes of the work when its end is asked for, as the end of a sentence.
  package static func note(_ words: String) { lines.pointee.note = kept(": \(words.visible)") }

  /// The file whose bytes are mapped.
  package static func reading(_ path: String) {
    lines.pointee.file = kept(path.visible)
  }

  /// The files that are removed when the end is asked for.
  package static func leaves(_ paths: [String]) {
    let kept = UnsafeMutableBufferPointer<UnsafePointer<CChar>>.allocate(capacity: paths.count)
    _ = kept.initialize(from: paths.compactMap { $0.withSystemPath { UnsafePointer(strdup($0)) } })
    lines.pointee.leftovers = UnsafeBufferPointer(kept)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    let now = signal(number, SIG_DFL)
    let ignored = unsafeBitCast(now, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if ignored { signal(number, SIG_IGN) }
    return ignored
  }

  private static func end(_ number: Int32) {
    say(lines.pointee.beginning)
    say(number == SIGINT ? lines.pointee.interrupted : lines.pointee.terminated)
    say(lines.pointee.note)
    say(lines.pointee.end)
    for path in lines.pointee.leftovers { unlink(path) }
    signal(number, SIG_DFL)
    raise(number)
  }

  private static func endOfCutFile() -> Never {
    say(lines.pointee.beginning)
    say(lines.pointee.file)
    say(lines.pointee.cut)
    say(lines.pointee.end)
    _exit(2)
  }

  private static func say(_ text: UnsafePointer<CChar>) { write(STDERR_FILENO, text, strlen(text)) }

  private static func kept(_ text: String) -> UnsafePointer<CChar> {
    guard let copy = strdup(text) else {
      preconditionFailure("no memory for \(text.utf8.count) bytes")
    }
    return UnsafePointer(copy)
  }
}
