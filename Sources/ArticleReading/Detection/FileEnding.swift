/// What the end of a file's name says.
enum FileEnding {
  /// The last ending in lower case, empty where there is none, and whether one of a packed file
  /// (`.gz`, `.xz`) was set aside.
  static func of(_ path: String) -> (ending: Substring, isPacked: Bool) {
    let name = path.lowercased().split { $0 == "/" || $0 == "#" }.last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return ("", false) }
    guard packed.contains(last) else { return (last, false) }
    return (parts.count > 2 ? parts[parts.count - 2] : "", true)
  }

  private static let packed: Set<Substring> = [
    "gz", "bz2", "xz", "zst", "lzma", "lz", "lz4", "z",
  ]
}
