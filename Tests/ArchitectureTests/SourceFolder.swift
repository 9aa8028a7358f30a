import Foundation
import TestSupport

/// The Swift files of one folder, without comments and texts.
struct SourceFolder {
  let name: String
  private let texts: [String]

  init(_ url: URL, name: String) throws {
    self.name = name
    texts = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
      .map { Self.bare(try String(contentsOf: $0, encoding: .utf8)) }
  }

  /// Types that other folders may name.
  var declared: Set<String> {
    found(
      #"(?m)^(?:package |public |final |indirect )*(?:class|struct|enum|protocol|typealias) (\w+)"#)
  }

  /// Everything written like a type.
  var used: Set<String> { found(#"\b([A-Z]\w+)"#) }

  var imports: Set<String> {
    found(
      #"(?m)^(?:@\w+ )*(?:(?:public|package|internal|fileprivate|private) )?"#
        + #"import (?:(?:class|struct|enum|protocol|func|let|var|typealias) )?(\w+)"#)
  }

  private func found(_ pattern: String) -> Set<String> {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    return Set(
      texts.flatMap { text in
        expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
          .compactMap { Range($0.range(at: 1), in: text).map { String(text[$0]) } }
      })
  }

  private static func bare(_ text: String) -> String {
    text.replacingOccurrences(of: #"(?m)//.*$"#, with: "", options: .regularExpression)
      .replacingOccurrences(
        of: #""(\\.|[^"\\\n])*""#, with: "\"\"", options: .regularExpression)
  }
}

/// A folder with all that lie in it.
func foldersBelow(_ path: String) throws -> [SourceFolder] {
  let top = repository.appendingPathComponent(path)
  let inner = try FileManager.default.contentsOfDirectory(
    at: top, includingPropertiesForKeys: [.isDirectoryKey]
  ).filter {
    try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
      && $0.pathExtension != "docc"
  }
  return try [SourceFolder(top, name: "")]
    + inner.map { try SourceFolder($0, name: $0.lastPathComponent) }
}
