/// What an item holds, by the names of its parts; what is empty does not count.
struct FeedParts {
  private var parts: [String: HTMLElement] = [:]
  /// Those behind the first of their name.
  private var others: [(name: String, element: HTMLElement)] = []
  /// Those that are called `link`, which Atom's are empty.
  private(set) var links: [HTMLElement] = []
  /// Those of a namespace that is not known here, with elements inside.
  private(set) var extensions: [HTMLElement] = []

  init(_ item: HTMLElement, _ names: FeedNames) {
    add(item, names)
  }

  private mutating func add(_ item: HTMLElement, _ names: FeedNames) {
    let isPrefixed = item.name.contains(":")
    for element in item.elements where !isPrefixed || element.name.contains(":") {
      let name = names.name(of: element)
      if name == "link" { links.append(element) }
      guard element.hasInnerText else { continue }
      if element.elements.contains(where: { _ in true }), names.isUnknown(name) {
        extensions.append(element)
      }
      if name == "media:group" { add(element, names) }
      if parts[name] == nil { parts[name] = element } else { others.append((name, element)) }
    }
  }

  /// The first of this name.
  subscript(name: String) -> HTMLElement? { parts[name] }

  /// The last of this name: a date that is written again takes the place of the one before.
  func last(_ name: String) -> HTMLElement? {
    others.last { $0.name == name }?.element ?? parts[name]
  }

  func all(_ name: String) -> [HTMLElement] {
    guard let first = parts[name] else { return [] }
    return [first] + others.filter { $0.name == name }.map(\.element)
  }

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

  /// Whether a name, as ``name(of:)`` gives it, has a prefix that nobody else knows.
  func isUnknown(_ name: String) -> Bool {
    guard let colon = name.firstIndex(of: ":") else { return false }
    let prefix = name[..<colon]
    return !Self.known.contains { $0.prefix == prefix }
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
    ("netscape.com/publish", ""), ("/feedburner/ext", "feedburner"),
  ]
}
