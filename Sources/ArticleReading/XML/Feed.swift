import OperatingSystem

/// A feed: RSS 0.9 to 2.0, Atom 0.3 and 1.0, or CDF.
///
/// Names are compared by their namespaces, whatever prefix a feed gives these (`FeedNames`).
struct Feed {
  let items: [HTMLElement]
  private let names: FeedNames
  private let source: String?
  private let language: String?
  private let author: String?
  private let base: String?
  /// Whether it is a blog's export by WordPress (WXR), whose texts are as they were typed.
  private let isExport: Bool

  init(_ root: HTMLElement) {
    let names = FeedNames(root)
    self.names = names
    items = root.all { ["item", "entry"].contains(names.name(of: $0)) }
    // The feed's own title comes before those of its items.
    let head = root.first { names.name(of: $0) == "channel" } ?? root
    let parts = FeedParts(head, names)
    source = parts.first("title", "dc:title").map { Self.text($0).onOneLine }
    language = parts.text("language", "dc:language") ?? head["xml:lang"] ?? root["xml:lang"]
    author = FeedAuthors(parts, names).byline
    let page = FeedLink.shown(parts) ?? head["base"]
    isExport = root["xmlns:wp"] != nil
    base = [root["xml:base"], head["xml:base"]].reduce(page) { FeedLink.base($1, within: $0) }
  }

  func draft(_ item: HTMLElement) -> ArticleDraft {
    var draft = ArticleDraft()
    let parts = FeedParts(item, names)
    draft[.id] = parts.text("guid", "id", "dc:identifier")
    draft[.title] = parts.first("title", "dc:title", "media:title", "itunes:title")
      .map { Self.text($0).onOneLine }
    let body = Self.bodies.lazy.compactMap { parts[$0] }.first { !Self.isPicture($0) }
      .map { isExport ? Self.typed($0) : Self.text($0) }
    draft[.body] = FeedExtension(parts).text(longerThan: body) ?? body
    if isExport, draft[.body]?.isEmpty ?? true, Self.isPart(parts) {
      // A picture or a menu's entry has a title, and is told to hold no text.
      draft[.title] = nil
    }
    draft[.date] = date(item, parts)
    draft[.url] = FeedLink(item, parts).address(base: base)
    draft[.byline] = FeedAuthors(parts, names).byline ?? nitfByline(parts) ?? author
    draft[.source] = parts["source"].flatMap(outlet) ?? source
    draft[.language] = item["xml:lang"] ?? parts.text("dc:language") ?? language
    return draft
  }

  /// Of an agency's story that stands whole in an item.
  private func nitfByline(_ parts: FeedParts) -> String? {
    guard let content = parts["content"], content["type"]?.hasSuffix("nitf+xml") == true else {
      return nil
    }
    return AgencyByline(language: language).text(content)
  }

  /// Of the names that a date goes by the first whose date can be read, else the first that is there.
  private func date(_ item: HTMLElement, _ parts: FeedParts) -> String? {
    let given = Self.dates.compactMap { parts.last($0)?.text }
    // To read a date takes its time, and most items have one.
    let readable = given.count > 1 ? given.first { PublicationDate.read($0) != .unknown } : nil
    return readable ?? given.first ?? item["lastmod"]
  }

  private static let dates = [
    "pubdate", "published", "dcterms:issued", "issued", "dc:date", "dcterms:created", "created",
    "dcterms:date", "updated", "dcterms:modified", "modified", "lastmod",
  ]

  /// Whose an item is that one feed took over from another: RSS writes the name, Atom what the other
  /// feed says of itself.
  private func outlet(_ source: HTMLElement) -> String? {
    guard source.elements.contains(where: { _ in true }) else { return source.text }
    return FeedParts(source, names)["title"].map { Self.text($0).onOneLine }
  }

  private static let bodies = [
    "content:encoded", "content", "fullitem", "xhtml:body", "body", "xhtml:div", "description",
    "dc:description", "summary", "abstract", "media:description", "media:text", "itunes:summary",
  ]

  // MARK: Text

  /// What an element says: as elements, escaped, in base64, or as it stands.
  private static func text(_ element: HTMLElement) -> String {
    let type = element["type"]?.lowercased() ?? ""
    if element["mode"] == "base64" || isBinary(type) {
      let plain = element.rawText.filter { !$0.isWhitespace }
      guard let bytes = Base64URL.decode(plain) else { return element.markupText }
      return HTMLParser.parse(String(decoding: bytes, as: UTF8.self)).paragraphs
    }
    if type == "text" || type == "text/plain" {
      let text = element.rawText
      return text.trimmed { $0.isBlank || $0.isLineBreak }.description
    }
    if type.hasSuffix("nitf+xml"), let story = AgencyBody(element).text { return story }
    return DoubleEncoding.undone(element.markupText)
  }

  /// What WordPress stores beside posts and pages: attachments, entries of menus, settings.
  private static func isPart(_ parts: FeedParts) -> Bool {
    guard let type = parts["wp:post_type"]?.text else { return false }
    return type != "post" && type != "page"
  }

  /// A post as its author typed it.
  private static func typed(_ element: HTMLElement) -> String {
    let markup = EscapedMarkup.divided(Shortcodes.dropped(from: element.rawText))
    return HTMLParser.parse(markup).paragraphs
  }

  /// Something to see or hear, whose bytes say nothing.
  private static func isPicture(_ element: HTMLElement) -> Bool {
    guard let type = element["type"]?.lowercased() else { return false }
    return ["image/", "audio/", "video/", "application/pdf"].contains { type.hasPrefix($0) }
      && !type.contains("xml")
  }

  /// A media type that is no text: then it stands in base64 (RFC 4287, 4.1.3.3).
  private static func isBinary(_ type: String) -> Bool {
    type.contains("/") && !type.hasPrefix("text/") && !type.contains("xml")
      && !type.contains("html")
  }
}
