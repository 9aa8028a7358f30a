/// A feed: RSS 0.9 to 2.0 or Atom.
struct Feed {
  let items: [HTMLElement]
  private let source: String?
  private let language: String?

  init(_ root: HTMLElement) {
    items = root.all { $0.name == "item" || $0.name == "entry" }
    // The feed's own title comes before those of its items.
    let head = root.first { $0.name == "channel" } ?? root
    source = head.elements.first { $0.name == "title" }?.text
    language =
      head.elements.first { $0.name == "language" || $0.name == "dc:language" }?.text
      ?? head["xml:lang"] ?? root["xml:lang"]
  }

  func draft(_ item: HTMLElement) -> ArticleDraft {
    var draft = ArticleDraft()
    draft[.id] = text(item, "guid", "id")
    draft[.title] = child(item, "title", "dc:title").map(\.markupText)
    draft[.body] = child(item, "content:encoded", "content", "fullitem", "description", "summary")
      .map(\.markupText)
    draft[.date] = text(
      item, "pubdate", "published", "dc:date", "issued", "dcterms:issued", "updated", "modified",
      "created")
    draft[.url] = link(item)
    draft[.byline] = child(item, "author", "dc:creator", "itunes:author").map { author in
      author.first { $0.name == "name" }?.text ?? author.text
    }
    draft[.source] = source
    draft[.language] = item["xml:lang"] ?? language
    return draft
  }

  /// The first of the children with text, by the order of the names.
  private func child(_ item: HTMLElement, _ names: String...) -> HTMLElement? {
    child(item, names)
  }

  private func child(_ item: HTMLElement, _ names: [String]) -> HTMLElement? {
    names.lazy.compactMap { name in
      item.elements.first { $0.name == name && !$0.text.isEmpty }
    }.first
  }

  private func text(_ item: HTMLElement, _ names: String...) -> String? {
    child(item, names)?.text
  }

  /// RSS writes the address as text, Atom in `href`.
  private func link(_ item: HTMLElement) -> String? {
    let links = item.elements.filter {
      $0.name == "link" && ($0["rel"] ?? "alternate") == "alternate"
    }
    return links.lazy.map { $0["href"] ?? $0.text }.first { !$0.isEmpty }
  }
}
