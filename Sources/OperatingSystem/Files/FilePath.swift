/// Paths as text, their components divided by `/`.
package enum FilePath {
  /// The path without its last component: `.` for a bare name, `/` for what lies there.
  package static func folder(of path: String) -> String {
    let parts = components(path)
    let isAbsolute = path.hasPrefix("/")
    guard parts.count > 1 else { return isAbsolute ? "/" : "." }
    return (isAbsolute ? "/" : "") + parts.dropLast().joined(separator: "/")
  }

  /// The last component; `/` for the root, nothing for nothing.
  package static func name(of path: String) -> String {
    components(path).last.map(String.init) ?? (path.isEmpty ? "" : "/")
  }

  /// The path from the root, by the current folder where it is relative, without `.`, `..` and `//`.
  ///
  /// By its text alone: `a/../b` is `b` even where `a` is a symbolic link to elsewhere.
  package static func absolute(_ path: String) -> String {
    var kept: [Substring] = []
    let rooted = rooted(path)
    for part in components(rooted) where part != "." {
      if part != ".." { kept.append(part) } else { _ = kept.popLast() }
    }
    return "/" + kept.joined(separator: "/")
  }

  /// The absolute path with symbolic links resolved.
  ///
  /// Where nothing is at the path, the links of its longest part that is there are resolved and the
  /// rest is put behind it.
  package static func resolved(_ path: String) -> String {
    let rooted = rooted(path)
    if let real = real(rooted) { return real }
    let (folder, name) = (folder(of: rooted), name(of: rooted))
    return folder == rooted || name == "/" ? "/" : absolute(resolved(folder) + "/" + name)
  }

  /// The absolute path of what is there, without symbolic links; nil where nothing is, and for a pipe
  /// between processes (`/dev/fd/63`), which has no other name.
  package static func real(_ path: String) -> String? {
    guard let found = path.withSystemPath({ realpath($0, nil) }) else { return nil }
    defer { free(found) }
    return String(systemPath: found)
  }

  /// True when something has this name, be it a symbolic link that leads nowhere.
  package static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return path.withSystemPath { lstat($0, &status) } == 0
  }

  private static func components(_ path: String) -> [Substring] { path.split(separator: "/") }

  private static func rooted(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return "/" + path }
    defer { free(folder) }
    return String(systemPath: folder) + "/" + path
  }
}
