/// A file to read: `path` as given or walked to, `-` for standard input.
package struct SourceFile: Sendable, Hashable {
  package var path: String
  /// Absolute, symbolic links resolved: the file's identity.
  package var absolutePath: String
  /// Bytes.
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int

  package init(path: String, absolutePath: String, size: Int, modified: Int) {
    self.path = path
    self.absolutePath = absolutePath
    self.size = size
    self.modified = modified
  }
}

/// Finds the files under the paths given, folders in sorted order.
package struct FileWalker: Sendable {
  package init() {}

  /// Calls `receive` for every readable file, in order, and `fail` for every path that is not
  /// there or cannot be read. Hidden files and folders are passed over unless named.
  package func walk(
    _ paths: [String], fail: (ReadingFailure) -> Void, _ receive: (SourceFile) throws -> Void
  ) rethrows {
  }
}
