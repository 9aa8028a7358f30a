/// All text of a page in HTML, as it stands: for mail, books and other documents that have no menus
/// to leave out.
enum WholePage {
  /// The paragraphs, an empty line between them.
  static func text(_ page: UnsafeBufferPointer<UInt8>) -> String {
    let root = HTMLParser.parse(page)
    let body = root.first { $0.name == "body" } ?? root
    body.prune { ["head", "title", "template", "noscript"].contains($0.name) }
    return body.paragraphs
  }
}
