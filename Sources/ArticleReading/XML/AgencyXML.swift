/// Agencies' files: NITF, NewsML 1.2 and NewsML-G2, which carry NITF or XHTML inside them.
///
/// The three share most names, in lower case here; a field is the first that is there.
enum AgencyXML {
  /// The items of a message or package, each an article; the whole file when there are none.
  static func items(in root: HTMLElement) -> [HTMLElement] {
    let items = root.all { $0.localName == "newsitem" }
    return items.isEmpty ? [root] : items
  }

  static func draft(_ item: HTMLElement) -> ArticleDraft {
    var draft = ArticleDraft()
    draft[.id] =
      item["guid"] ?? text(item, "publicidentifier", "newsitemid")
      ?? attribute(item, "doc-id", "id-string")
    draft[.title] = text(item, "hl1", "hedline", "headline", "title", "slugline")
    draft[.byline] = text(item, "byline", "by")
    draft[.source] =
      attribute(item, "doc.copyright", "holder") ?? text(item, "distributor")
      ?? attribute(item, "provider", "literal") ?? text(item, "provider", "copyrightholder")
    draft[.language] =
      attribute(item, "language", "tag") ?? attribute(item, "language", "formalname")
      ?? item["xml:lang"]
    draft[.date] =
      attribute(item, "date.issue", "norm") ?? attribute(item, "date.release", "norm")
      ?? attribute(item, "story.date", "norm")
      ?? text(
        item, "contentcreated", "firstcreated", "thisrevisioncreated", "versioncreated", "dateid")
    draft[.body] = body(item)
    return draft
  }

  private static func body(_ item: HTMLElement) -> String? {
    let names = ["body.content", "body", "inlinexml", "inlinedata", "datacontent"]
    let holder = names.lazy.compactMap { name in item.first { $0.localName == name } }.first
    holder?.prune { ["media", "figure", "head", "style", "script"].contains($0.localName) }
    return holder?.markupText
  }

  private static func text(_ item: HTMLElement, _ names: String...) -> String? {
    names.lazy.compactMap { name in
      item.first { $0.localName == name && !$0.text.isEmpty }?.text
    }.first
  }

  private static func attribute(_ item: HTMLElement, _ name: String, _ key: String) -> String? {
    item.first { $0.localName == name && $0[key]?.isEmpty == false }?[key]
  }
}
