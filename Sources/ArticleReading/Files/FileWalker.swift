package import IndexDefinition
import OperatingSystem

/// Finds the files under the paths given, folders in sorted order.
///
/// The order is that of the names' UTF-8 bytes, so that two runs and two machines agree. A file or
/// folder reached twice (named twice, a symbolic link, a loop of links) is met once.
package struct FileWalker: Sendable {
  private let only: ChosenPaths?

  /// - Parameter paths: absolute: nothing is met that lies neither at nor below one of them; nil: all is.
  package init(only paths: [String]? = nil) {
    only = paths.map(ChosenPaths.init)
  }

  /// Calls `receive` for every readable file, in order, and `fail` for every path that is not
  /// there or cannot be read.
  ///
  /// Hidden files and folders are passed over unless named, but for the folders of a Maildir.
  /// `-` is standard input. A named pipe or device is taken as it is; in a folder it is a failure.
  package func walk(
    _ paths: [String], fail: (ReadingFailure) -> Void, _ receive: (SourceFile) throws -> Void
  ) rethrows {
    var seen: Set<FileStatus.Identity> = []
    for path in paths {
      if path == "-" {
        try receive(.standardInput)
      } else {
        try visit(path, name: nil, seen: &seen, fail: fail, receive)
      }
    }
  }

  /// - Parameter name: the path below the folder that was named; nil: it was named itself.
  private func visit(
    _ path: String, name: String?, seen: inout Set<FileStatus.Identity>,
    fail: (ReadingFailure) -> Void, _ receive: (SourceFile) throws -> Void
  ) rethrows {
    if let only, !only.leads(FilePath.resolved(path)) { return }
    guard let status = FileStatus(path: path) else {
      return fail(Self.failure(path))
    }
    guard seen.insert(status.identity).inserted else { return }
    switch status.kind {
    case .folder:
      try visitFolder(path, name: name, seen: &seen, fail: fail, receive)
    case .pipe, .device, .socket:
      guard name == nil else {
        return fail(
          ReadingFailure(
            path: path, message: "a \(status.kind.rawValue), not a file; name it to read it",
            kind: .file))
      }
      fallthrough
    case .file:
      guard FileSystem.isReadable(path) else { return fail(Self.failure(path)) }
      let own = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
      try receive(SourceFile(path: path, name: name ?? own ?? path, status: status))
    }
  }

  private func visitFolder(
    _ folder: String, name: String?, seen: inout Set<FileStatus.Identity>,
    fail: (ReadingFailure) -> Void, _ receive: (SourceFile) throws -> Void
  ) rethrows {
    guard let names = FileSystem.names(inFolder: folder) else {
      return fail(
        ReadingFailure(
          path: folder, message: "the folder cannot be listed; check its permissions", kind: .file))
    }
    let shown = names.filter { !$0.hasPrefix(".") || Self.isMailFolder("\(folder)/\($0)") }
    for member in shown.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = folder.hasSuffix("/") ? folder + member : folder + "/" + member
      let below = name.map { $0 + "/" + member } ?? member
      try visit(path, name: below, seen: &seen, fail: fail, receive)
    }
  }

  /// A folder of a Maildir, whose names begin with a dot: `.Sent`, with `cur` and `new` in it.
  private static func isMailFolder(_ path: String) -> Bool {
    FileStatus(path: path + "/cur")?.kind == .folder
      && FileStatus(path: path + "/new")?.kind == .folder
  }

  /// Says why the last system call on `path` failed.
  private static func failure(_ path: String) -> ReadingFailure {
    let error = SystemError.last(path)
    let message =
      switch error.code {
      case ENOENT: "no such file or folder; check the path"
      case EACCES, EPERM: "permission denied; check the file's permissions (chmod +r)"
      case ELOOP: "symbolic links form a loop; remove the link"
      case ENAMETOOLONG: "the path is too long; check it"
      default: "cannot be opened: \(error)"
      }
    return ReadingFailure(path: path, message: message, kind: .file)
  }
}
