package import IndexDefinition

/// What an article was made of, as its source has it: the record of a dump, a member of a container, or
/// the whole file.
package struct SourceRecord {
  /// Absolute.
  private let file: SourceFile
  /// The file's path and behind a `#` each member that leads to the article, or the number that it has.
  private let path: String
  private let place: SourcePlace?

  /// - Parameters:
  ///   - file: where the file is now, absolute.
  ///   - article: as it was read from there, under whatever path.
  package init(of article: Article, in file: SourceFile) {
    self.file = file
    path = file.absolutePath + Self.members(of: article.path, in: file.absolutePath)
    place = article.place
  }

  /// What stands behind the file's name; a name may hold a `#` itself.
  private static func members(of path: String, in file: String) -> Substring {
    let name = file.split(separator: "/").last ?? ""
    let marks = path.indices.filter { path[$0] == "#" }
    let own = marks.last { path[..<$0].split(separator: "/").last == name }
    let isWhole = path.split(separator: "/").last == name
    return isWhole ? "" : (own ?? marks.first).map { path[$0...] } ?? ""
  }

  /// Calls `receive` with the record's bytes in their order, a piece at a time.
  ///
  /// - Returns: what is wrong where it is not to be had.
  package func read(_ receive: @escaping (UnsafeBufferPointer<UInt8>) -> Void) -> ReadingFailure? {
    let wanted = WantedContent(path: path, place: place, receive)
    var problem: ReadingFailure?
    ArticleReader(wanting: wanted).read(file) {
      if case .failure(let failure) = $0, problem == nil { problem = failure }
    }
    if wanted.isFound { return nil }
    let message = "holds no such record any more; index it again"
    return problem ?? ReadingFailure(path: file.path, place: String(members), message: message)
  }

  private var members: Substring { path.dropFirst(file.absolutePath.count) }
}

/// The one content that a reader is to hand on as it is, where it would else read all.
///
/// Belongs to one reading on one thread; it is sent nowhere.
final class WantedContent: @unchecked Sendable {
  private let path: String
  private let place: SourcePlace?
  private let receive: (UnsafeBufferPointer<UInt8>) -> Void
  private(set) var isFound = false

  init(
    path: String, place: SourcePlace?, _ receive: @escaping (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    (self.path, self.place, self.receive) = (path, place, receive)
  }

  /// Whether a content need not be read on: it was the one, or does not lead there.
  func takes(_ content: Content, _ kind: ContentKind) -> Bool {
    let here = content.file.absolutePath
    if isFound { return true }
    guard path == here || path.hasPrefix(here + "#") else { return true }
    switch kind {
    case .packed: return false
    case .format(.archive), .format(.mail), .format(.mbox), .format(.mhtml), .format(.warc):
      if path != here { return false }
    default: break
    }
    send(content.bytes)
    return true
  }

  private func send(_ bytes: ByteReader) {
    let range = place?.bytes ?? bytes.position..<Int.max
    guard bytes.pass(to: range.lowerBound) else { return }
    isFound = true
    while bytes.position < range.upperBound, case let held = bytes.peek(), !held.isEmpty {
      let part = held.prefix(range.upperBound - bytes.position)
      receive(UnsafeBufferPointer(rebasing: part))
      bytes.skip(part.count)
    }
  }
}
