internal import IndexDefinition

/// A dump of a wiki (MediaWiki's XML export): every page in the main namespace, page by page.
///
/// Redirects and pages that are no articles (talk, templates, categories) are counted in one line.
struct WikiDump: ContentReader {
  func read(_ content: Content, _ receive: (ReadingEvent) throws -> Void) rethrows {
    guard let library = content.libraries.xml()?.pointee else {
      return try receive(content.failure(.xmlIsMissing))
    }
    var leftOut = LeftOut()
    var pages = RecordLines(content.bytes, from: "<page>", to: "</page>")
    while let record = pages.next() {
      let page = WikiPage()
      record.withUnsafeBufferPointer { MarkupEvents.read(xml: $0, library, to: page) }
      if let kind = page.unread {
        leftOut.add(kind)
        continue
      }
      for event in page.draft.events(file: content.file, place: "article \(pages.number)") {
        try receive(event.numbered(pages.number, in: content.file).lying(at: pages.place))
      }
    }
    if let message = leftOut.message { try receive(content.failure(message, kind: .noArticle)) }
  }
}

/// A page of a dump: the last of its revisions.
private final class WikiPage: MarkupVisitor {
  private var values: [String: [UInt8]] = [:]
  private var open: [String] = []
  private var isRedirect = false

  func start(_ name: String, _ attributes: MarkupAttributes) {
    open.append(name)
    if name == "redirect" { isRedirect = true }
    if name == "text" { values["text"] = [] }
  }

  func end(_ name: String) { _ = open.popLast() }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let name = open.last, ["title", "ns", "timestamp", "text"].contains(name) else { return }
    values[name, default: []].append(contentsOf: bytes)
  }

  private func value(_ name: String) -> String {
    String(decoding: values[name] ?? [], as: UTF8.self)
  }

  /// Why it is no article.
  var unread: String? {
    let start = String(decoding: values["text", default: []].prefix(9), as: UTF8.self)
    if isRedirect || start.lowercased() == "#redirect" { return "a redirect" }
    let namespace = value("ns").trimmingWhiteSpace
    return namespace.isEmpty || namespace == "0" ? nil : "a page that is no article"
  }

  var draft: ArticleDraft {
    let source = value("text")
    var draft = ArticleDraft()
    draft[.title] = value("title")
    draft[.body] = WikiText(source).plain
    draft[.date] = date
    let stamp = value("timestamp").trimmingWhiteSpace
    if !stamp.isEmpty {
      draft.extra = JSONText.object(["revised": JSONText.string(String(stamp))])
    }
    return draft
  }

  /// `{{date|September 7, 2025}}`, as news are dated.
  private var date: String? {
    values["text", default: []].withUnsafeBufferPointer { source in
      var position = 0
      while let start = source.place(of: "{{", from: position) {
        let name = source.dropping(start + 2).first(5)
        if String(decoding: name, as: UTF8.self).lowercased() == "date|" {
          let value = source[(start + 7)...].prefix { $0 != 0x7d && $0 != 0x7c }
          return String(decoding: value, as: UTF8.self).lowercased()
        }
        position = start + 1
      }
      return nil
    }
  }
}
