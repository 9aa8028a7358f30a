/// Why a system call failed.
package struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The value of `errno`.
  package let code: Int32
  package let path: String

  package init(code: Int32, path: String) {
    self.code = code
    self.path = path
  }

  /// The system's own words: `No such file or directory`.
  package var description: String { String(cString: strerror(code)) }

  /// With what it happened to: `news.txt: No such file or directory`.
  package var wordsWithPath: String { "\(path): \(self)" }
}

extension SystemError {
  /// Of the last call, from `errno`.
  package static func last(_ path: String) -> SystemError {
    SystemError(code: errno, path: path)
  }
}
