/// Some files and folders of many, by their absolute paths.
struct ChosenPaths {
  private let chosen: Set<String>
  /// The folders that they lie in.
  private let above: Set<String>

  init(_ paths: [String]) {
    chosen = Set(paths)
    above = Set(paths.flatMap(Self.folders))
  }

  /// Whether a path is or lies in one that was chosen, or is on the way to one.
  func leads(_ path: String) -> Bool {
    above.contains(path) || chosen.contains(path)
      || Self.folders(of: path).contains { chosen.contains($0) }
  }

  /// All folders that a path lies in, the root too.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map {
      $0 == path.startIndex ? "/" : String(path[..<$0])
    }
  }
}
