internal import ArticleReading
internal import IndexDefinition
internal import OperatingSystem
internal import SearchModel

/// Prints what an article was read from, byte for byte.
struct OriginalRecord {
  private let article: Article
  private let file: StoredArticle.IndexedFile?

  init(_ stored: StoredArticle) {
    (article, file) = (stored.article, stored.file)
  }

  /// Says why where it cannot; false then.
  func print(_ terminal: Terminal) -> Bool {
    guard let file, file.path != "-", let status = FileStatus(path: file.path) else {
      Terminal.say(
        file.map { $0.path == "-" ? "it came from standard input" : "\($0.path) is gone" }
          ?? "the article is of no file")
      return false
    }
    if (status.size, status.modified) != (file.size, file.modified) {
      Terminal.say("\(file.path) has changed since it was indexed: this may be another record")
    }
    let source = SourceFile(
      path: file.path, absolutePath: file.path, name: file.path, size: status.size,
      modified: status.modified)
    var held: [UInt8] = []
    let failure = SourceRecord(of: article, in: source).read {
      if terminal.isScreen { held += $0 } else { terminal.write(Array($0)) }
    }
    // What strangers wrote commands no terminal.
    terminal.write(Array(String(decoding: held, as: UTF8.self).visibleLines.utf8))
    // What is one of many stands on lines of its own.
    if failure == nil, article.place?.bytes != nil { terminal.write([10]) }
    if let failure { Terminal.say(failure.description) }
    return failure == nil
  }
}
