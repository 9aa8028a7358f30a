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

  init(_ root: HTMLElement) {
    let names = FeedNames(root)
    self.names = names
    items = root.all { ["item", "entry"].contains(names.name(of: $0)) }
    // The feed's own title comes before those of its items.
    let head = root.first { names.name(of: $0) == "channel" } ?? root
    let parts = FeedParts(head, names)
    source = parts.text("title", "dc:title")
    language = parts.text("language", "dc:language") ?? head["xml:lang"] ?? root["xml:lang"]
    author = parts["author"].flatMap { FeedParts($0, names).text("name") }
    base = root["xml:base"] ?? head["xml:base"] ?? parts.text("link") ?? head["base"]
  }

  func draft(_ item: HTMLElement) -> ArticleDraft {
    var draft = ArticleDraft()
    let parts = FeedParts(item, names)
    draft[.id] = parts.text("guid", "id", "dc:identifier")
    draft[.title] = parts.first("title", "dc:title", "media:title", "itunes:title").map(Self.text)
    draft[.body] = parts.first(
      "content:encoded", "content", "fullitem", "xhtml:body", "body", "xhtml:div", "description",
      "dc:description", "summary", "abstract", "media:description", "itunes:summary"
    ).map(Self.text)
    draft[.date] =
      parts.text(
        "pubdate", "published", "dcterms:issued", "issued", "dc:date", "dcterms:created", "created",
        "dcterms:date", "updated", "dcterms:modified", "modified", "lastmod") ?? item["lastmod"]
    draft[.url] = link(item, parts)
    draft[.byline] =
      (parts["author"] ?? parts.first("dc:creator", "itunes:author", "media:credit"))
      .flatMap { byline($0, parts) } ?? author
    draft[.source] = source
    draft[.language] = item["xml:lang"] ?? language
    return draft
  }

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
    return element.markupText
  }

  /// A media type that is no text: then it stands in base64 (RFC 4287, 4.1.3.3).
  private static func isBinary(_ type: String) -> Bool {
    type.contains("/") && !type.hasPrefix("text/") && !type.contains("xml")
      && !type.contains("html")
  }

  // MARK: Author

  /// Of `ada@a.example (Ada Day)` the name; Atom has it in an element of its own.
  private func byline(_ element: HTMLElement, _ item: FeedParts) -> String? {
    if let name = FeedParts(element, names).text("name") { return name }
    let text = element.text
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
      text[..<open].contains("@")
    {
      return String(text[text.index(after: open)..<close])
    }
    if text.contains("@"), !text.contains(" ") {
      return item.text("dc:creator", "itunes:author") ?? text
    }
    return text
  }

  // MARK: Link

  /// RSS writes the address as text, Atom in `href`; a `guid` is one unless it says otherwise.
  private func link(_ item: HTMLElement, _ parts: FeedParts) -> String? {
    let links = item.elements.filter { names.name(of: $0) == "link" }
    let shown = links.lazy.filter { ($0["rel"] ?? "alternate") == "alternate" }
      .map { $0["href"] ?? $0.text }.first { !$0.isEmpty }
    let guid = parts["guid"].flatMap { $0["ispermalink"]?.lowercased() == "false" ? nil : $0.text }
    let address =
      shown ?? item["href"] ?? guid.flatMap { $0.contains("://") ? $0 : nil } ?? item["rdf:about"]
    let own = item["xml:base"] ?? links.first?["xml:base"] ?? base
    return address.map { Address.resolved($0, base: own) }
  }
}

/// What an item holds, by the names of its parts; of several the first that is not empty.
struct FeedParts {
  private var parts: [String: HTMLElement] = [:]

  init(_ item: HTMLElement, _ names: FeedNames) {
    let isPrefixed = item.name.contains(":")
    for element in item.elements where !isPrefixed || element.name.contains(":") {
      let name = names.name(of: element)
      if parts[name] == nil, element.hasInnerText { parts[name] = element }
    }
  }

  subscript(name: String) -> HTMLElement? { parts[name] }

  func first(_ names: String...) -> HTMLElement? { names.lazy.compactMap { parts[$0] }.first }

  func text(_ names: String...) -> String? {
    names.lazy.compactMap { parts[$0]?.text }.first
  }
}

/// The names of a feed's elements with the prefixes that everyone knows, whatever it uses itself.
struct FeedNames {
  private var prefixes: [Substring: String] = [:]

  init(_ root: HTMLElement) {
    for (name, value) in root.attributes where name.hasPrefix("xmlns:") {
      prefixes[name.dropFirst(6)] = Self.prefix(ofNamespace: value)
    }
  }

  /// `title`, `dc:date`, `content:encoded`, `xhtml:body`.
  func name(of element: HTMLElement) -> String {
    let name = element.name
    guard let colon = name.firstIndex(of: ":") else {
      let own = element["xmlns"].flatMap(Self.prefix) ?? ""
      return own.isEmpty ? name : own + ":" + name
    }
    let known =
      prefixes[name[..<colon]] ?? (name.hasPrefix("atom") || name.hasPrefix("rss:") ? "" : nil)
    guard let known else { return name }
    let local = name[name.index(after: colon)...]
    return known.isEmpty ? String(local) : known + ":" + local
  }

  /// The usual prefix; empty for RSS and Atom themselves, nil for what is not known.
  private static func prefix(ofNamespace address: String) -> String? {
    let address = address.lowercased()
    return known.first { address.contains($0.mark) }?.prefix
  }

  private static let known: [(mark: String, prefix: String)] = [
    ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"),
    ("/modules/content", "content"),
    ("search.yahoo.com/mrss", "media"), ("itunes.com", "itunes"), ("w3.org/1999/xhtml", "xhtml"),
    ("w3.org/1999/02/22-rdf", "rdf"), ("w3.org/2005/atom", ""), ("purl.org/atom", ""),
    ("rss/1.0/modules", "module"), ("purl.org/rss/1.0", ""), ("netscape.com/rdf", ""),
    ("purl.org/net/rss", ""), ("userland.com/rss", ""), ("harvard.edu/tech/rss", ""),
    ("netscape.com/publish", ""),
  ]
}
