/// A program that another file is read with, in a process of its own under limits: what crashes it or
/// makes it grow ends it alone.
///
/// Its output is read as it comes; a child that is let go of is killed.
package final class ChildProcess {
  package struct Limits: Sendable {
    /// Seconds of computing.
    package var seconds: Int
    /// Bytes of memory; not enforced on macOS.
    package var memory: Int

    package init(seconds: Int, memory: Int) {
      (self.seconds, self.memory) = (seconds, memory)
    }
  }

  /// Pipes are made and handed over by one thread at a time, or another's child would hold an end.
  private static let starting = Condition()

  private let output: Int32
  private let messages: Int32
  private var id: pid_t
  private let deadline: Int
  /// `127` where the program is not there, as shells say it; nil while it runs.
  private var status: Int32?

  /// Starts `program`, found through `PATH`, with `input` as its standard input.
  package init(
    _ program: String, _ arguments: [String], input: Int32, limits: Limits
  ) throws(SystemError) {
    _ = lseek(input, 0, SEEK_SET)
    // A shell sets the limits: what the system offers to start a process with cannot.
    let script =
      "ulimit -t \(limits.seconds); ulimit -v \(limits.memory >> 10) 2>/dev/null; ulimit -c 0; exec \"$0\" \"$@\""
    let words = ["/bin/sh", "-c", script, program] + arguments
    (id, output, messages) = try Self.start(words, input)
    // A child that waits for something computes nothing.
    deadline = Int(time(nil)) + limits.seconds * 4
  }

  deinit {
    if status == nil {
      kill(id, SIGKILL)
      _ = waited()
    }
    close(output)
    close(messages)
  }

  /// The next bytes of its output, 0 at the end or when its time is over.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var wanted = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    let rest = max(0, deadline - Int(time(nil)))
    guard poll(&wanted, 1, Int32(clamping: rest * 1000)) != 0 else { return 0 }
    return try FileDescriptor.read(output, into: buffer, path: "output")
  }

  /// Ends it and tells how it ended: what it returned, or 128 and the number of a signal.
  package func finish() -> Int32 {
    if let status { return status }
    if Int(time(nil)) >= deadline { kill(id, SIGKILL) }
    let raw = waited()
    let code = raw & 0x7f == 0 ? raw >> 8 & 0xff : 128 + raw & 0x7f
    status = code
    return code
  }

  /// The first of what it said on its standard error, once it has ended.
  package func firstMessage() -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes {
      (try? FileDescriptor.read(messages, into: $0, path: "messages")) ?? 0
    }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    return String(text.prefix { !$0.isNewline })
  }

  private func waited() -> Int32 {
    var raw: Int32 = 0
    while waitpid(id, &raw, 0) < 0, errno == EINTR {}
    return raw
  }

  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws(SystemError) {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw .last("pipe") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  /// Starts a process with two pipes behind its standard output and error.
  private static func start(
    _ words: [String], _ input: Int32
  ) throws(SystemError) -> (id: pid_t, output: Int32, messages: Int32) {
    starting.lock()
    defer { starting.unlock() }
    let output = try Pipe()
    let messages = try Pipe()
    defer {
      close(output.writing)
      close(messages.writing)
    }
    let id = try start(words, files: [input, output.writing, messages.writing])
    return (id, output.reading, messages.reading)
  }

  /// Starts a process whose standard input, output and error are these files.
  private static func start(_ words: [String], files: [Int32]) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
    }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, words[0], &actions, nil, &arguments, environ)
    guard code == 0 else { throw SystemError(code: code, path: words[0]) }
    return id
  }
}
