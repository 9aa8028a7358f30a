package import IndexDefinition
internal import OperatingSystem

/// Failures as JSON Lines, by which their files are read again: `{"failed":"/news/a.zip","place":…}`.
package enum FailureList {
  private static let opening = Array(#"{"failed":""#.utf8)

  /// A line, its end included: the file that is to be read again, and what is wrong with it.
  package static func line(_ failure: ReadingFailure) -> String {
    let members = [
      ("failed", FilePath.resolved(file(of: failure.path))), ("path", failure.path),
      ("place", failure.place), ("kind", failure.kind.rawValue), ("message", failure.message),
    ]
    let texts = members.map { name, text in
      "\"\(name)\":" + (text.map(JSONText.string) ?? "null")
    }
    return "{" + texts.joined(separator: ",") + "}\n"
  }

  /// The files of a list, each once, absolute; nil where the file at `path` is none.
  package static func files(inListAt path: String) -> [String]? {
    guard let status = FileStatus(path: path), status.kind == .file,
      let bytes = try? FileBytes(SourceFile(path: path, name: path, status: status))
    else { return nil }
    let reader = ByteReader(bytes)
    guard reader.peek(opening.count).starts(with: opening) else { return nil }
    var (files, seen) = ([String](), Set<String>())
    while let (line, _) = reader.line(limit: 1 << 20) {
      guard let file = file(in: line), seen.insert(file).inserted else { continue }
      files.append(file)
    }
    return files
  }

  private static func file(in line: UnsafeBufferPointer<UInt8>) -> String? {
    var (scanner, file) = (JSONScanner(line), String?.none)
    try? scanner.members { (key, value) throws(JSONSyntaxError) in
      if key.text == "failed" { file = value.text }
    }
    return file
  }

  /// The file that a part of it lies in, `news.zip` of `news.zip#a.html`; a name may hold a `#` itself.
  private static func file(of path: String) -> String {
    var path = path[...]
    while !FileSystem.exists(String(path)), let mark = path.lastIndex(of: "#") {
      path = path[..<mark]
    }
    return String(path)
  }
}
