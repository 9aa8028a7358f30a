internal import CArguments

/// What the process was given: variables, the user's home, the machine.
package enum Environment {
  /// The value of a variable, which may be a path; nil when it is not set.
  package static subscript(_ name: String) -> String? {
    getenv(name).map { String(systemPath: $0) }
  }

  /// `$HOME`, else the user's home as the system's user list has it, else `/`.
  package static var homeFolder: String {
    if let home = Environment["HOME"], !home.isEmpty { return home }
    guard let user = getpwuid(getuid()), let home = user.pointee.pw_dir else { return "/" }
    return String(systemPath: home)
  }

  /// The cores this process may use, at least one: a container or `taskset` may leave it some of all.
  package static var coreCount: Int {
    #if os(Linux)
      if let count = allowedCoreCount { return count }
    #endif
    return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The bytes beyond which this process may write no file (`ulimit -f`); nil where nothing forbids it.
  package static var largestFile: Int? {
    var limit = rlimit()
    #if canImport(Darwin)
      let isKnown = getrlimit(RLIMIT_FSIZE, &limit) == 0
    #else
      let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
    #endif
    return isKnown ? Int(exactly: limit.rlim_cur).flatMap { $0 == .max ? nil : $0 } : nil
  }

  /// The machine's name, `localhost` when it has none.
  package static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0, name[0] != 0 else { return "localhost" }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  /// The words of the command line, each as a path is read, the program's own name first.
  ///
  /// Swift's `CommandLine` looks for them through all of the process's memory map on Linux, which takes
  /// some percent of a start.
  package static var arguments: [String] {
    guard let words = process_arguments() else { return CommandLine.arguments }
    return (0..<Int(process_argument_count())).compactMap {
      words[$0].map { String(systemPath: $0) }
    }
  }

  /// The columns of the window that stdout goes to; nil where it goes to none.
  package static var windowColumns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The last component of the path that the program was called by.
  package static var programName: String {
    FilePath.name(of: arguments.first ?? "")
  }

  #if os(Linux)
    private typealias GetAffinity =
      @convention(c) (pid_t, Int, UnsafeMutablePointer<cpu_set_t>) -> Int32

    /// By `sched_getaffinity`, which Swift's view of the C library leaves out.
    private static var allowedCoreCount: Int? {
      guard let function = dlsym(nil, "sched_getaffinity") else { return nil }
      var allowed = cpu_set_t()
      let size = MemoryLayout<cpu_set_t>.size
      guard unsafeBitCast(function, to: GetAffinity.self)(0, size, &allowed) == 0 else {
        return nil
      }
      return withUnsafeBytes(of: allowed) { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
    }
  #endif
}
