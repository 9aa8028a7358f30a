import IndexDefinition
import OperatingSystem

/// A file to read: `path` as given or walked to, `-` for standard input.
package struct SourceFile: Sendable, Hashable {
  package var path: String
  /// Absolute, symbolic links resolved: the file's identity.
  package var absolutePath: String
  /// The path below the folder that was named, or the file's own name: what the ids of its articles come
  /// from, so that they stay when the folder moves.
  package var name: String
  /// Bytes.
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int
  /// What dates such as 03/04/2025 mean in it, where that is known.
  var dateOrder: DateOrder?
  /// Whether that is the user's word.
  var isOrderGiven = false
  /// What the user says that it is in.
  var encoding: String?

  package init(path: String, absolutePath: String, name: String, size: Int, modified: Int) {
    self.path = path
    self.absolutePath = absolutePath
    self.name = name
    self.size = size
    self.modified = modified
  }
}

extension SourceFile {
  /// The file at `path`, which has this name and this status.
  init(path: String, name: String, status: FileStatus) {
    self.init(
      path: path, absolutePath: FilePath.real(path) ?? path, name: name, size: status.size,
      modified: status.modified)
  }

  /// Standard input, which has no size or time to compare.
  package static let standardInput = SourceFile(
    path: "-", absolutePath: "-", name: "-", size: 0, modified: 0)

  /// A part of the file, as if it were a file of its own: `archive.zip#folder/name.txt`.
  func member(_ name: String, size: Int) -> SourceFile {
    SourceFile(
      path: "\(path)#\(name)", absolutePath: "\(absolutePath)#\(name)",
      name: "\(self.name)#\(name)", size: size, modified: modified)
  }

  /// Read from standard input, or a part of what was.
  fileprivate var isOfStandardInput: Bool { path == "-" || path.hasPrefix("-#") }

  /// An id for an article that brings none: stable while the file keeps its ``name``.
  fileprivate func derivedID(member: String?) -> String {
    DerivedID(file: name, member: member).description
  }
}

extension Article {
  /// The id of an article of `file` that brings none.
  ///
  /// Standard input is no lasting place: there the article's own fields tell it apart, so that the
  /// articles of one run do not take the place of another's.
  func derivedID(in file: SourceFile, member: String? = nil) -> String {
    guard file.isOfStandardInput else { return file.derivedID(member: member) }
    let fields = [title, body, date?.description, byline, source, url, language]
    return file.derivedID(member: fields.map { $0 ?? "" }.joined(separator: "\u{1F}"))
  }
}
