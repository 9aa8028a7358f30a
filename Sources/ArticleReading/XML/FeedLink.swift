import OperatingSystem

/// Where an item of a feed is to be read.
///
/// RSS writes the address as text, Atom in `href`; a `guid` is one unless it says otherwise. A feed that
/// leads through a counting service may name the article's own address beside it.
struct FeedLink {
  private let item: HTMLElement
  private let parts: FeedParts

  init(_ item: HTMLElement, _ parts: FeedParts) {
    self.item = item
    self.parts = parts
  }

  /// The whole address, where `base`, the feed's own, makes one of it.
  func address(base: String?) -> String? {
    let link = Self.link(parts)
    let guid = parts["guid"].flatMap { $0["ispermalink"]?.lowercased() == "false" ? nil : $0.text }
    let address =
      parts.text("feedburner:origlink") ?? link.flatMap(Self.address) ?? item["href"]
      ?? guid.flatMap { $0.contains("://") ? $0 : nil } ?? item["rdf:about"]
    let own = [item["xml:base"], link?["xml:base"]].reduce(base) { Self.base($1, within: $0) }
    return address.map { Address.resolved($0, base: own) }
  }

  /// The address that a feed or an item shows its readers.
  static func shown(_ parts: FeedParts) -> String? { link(parts).flatMap(address) }

  /// What `xml:base` makes of the base of the element around it (XML Base, 4).
  static func base(_ inner: String?, within outer: String?) -> String? {
    inner.map { Address.resolved($0, base: outer) } ?? outer
  }

  /// Of the links to the article itself one to a page, else the first.
  private static func link(_ parts: FeedParts) -> HTMLElement? {
    let links = parts.links.filter {
      ($0["rel"] ?? "alternate").lowercased() == "alternate" && address($0) != nil
    }
    return links.first { $0["type"]?.lowercased().contains("html") ?? true } ?? links.first
  }

  private static func address(_ link: HTMLElement) -> String? {
    let address = link["href"] ?? link.text
    return address.isEmpty ? nil : address.trimmed { $0.isBlank || $0.isLineBreak }.description
  }
}
