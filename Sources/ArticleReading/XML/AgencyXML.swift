/// Agencies' files: NITF, NewsML 1.2 and NewsML-G2, which carry NITF or XHTML inside them.
///
/// The three share most names, in lower case here; a field is the first that is there. Formats: IPTC's
/// NITF 3.6, NewsML 1.2 and NewsML-G2 2.3.
struct AgencyXML {
  /// The items of a message or package, each an article; the whole file when there are none.
  let items: [HTMLElement]
  private let packages: [HTMLElement]

  init(_ root: HTMLElement) {
    let found = root.all { $0.localName == "newsitem" }
    packages = root.all { $0.localName == "packageitem" }
    items = found.isEmpty && packages.isEmpty ? [root] : found
  }

  /// What the packages list and the file does not hold.
  var missing: [String] {
    let held = Set(items.compactMap { $0["guid"] })
    return packages.compactMap { package in
      let remote = package.all { $0.localName == "itemref" }.filter { reference in
        guard let id = reference["residref"] ?? reference["href"] else { return true }
        return !held.contains { $0.hasSuffix(id) }
      }
      guard !remote.isEmpty else { return nil }
      let names = remote.prefix(3).compactMap {
        Self.text($0, "headline", "title").map { "“\($0)”" }
      }
      let title = Self.text(package, "headline", "title").map { " “\($0)”" } ?? ""
      let count = remote.count == 1 ? "an item that is" : "\(remote.count) items that are"
      return "the package\(title) lists \(count) not in the file"
        + (names.isEmpty
          ? "" : ": " + names.joined(separator: ", ") + (remote.count > 3 ? ", …" : ""))
    }
  }

  /// Why an item is no article: its agency takes it back.
  static func withdrawal(_ item: HTMLElement) -> String? {
    let status =
      attribute(item, "pubstatus", "qcode") ?? attribute(item, "status", "formalname")
      ?? attribute(item, "docdata", "management-status") ?? ""
    let word = status.lowercased().split(separator: ":").last ?? ""
    guard ["canceled", "cancelled", "withheld", "killed", "deleted"].contains(word) else {
      return nil
    }
    let (id, title) = (id(item), text(item, "headline", "hl1", "title").map { " “\($0)”" } ?? "")
    return "the agency takes the story\(title) back (\(word))"
      + (id.map { "; wsearch remove \($0) takes it out" } ?? "")
  }

  static func draft(_ item: HTMLElement) -> ArticleDraft {
    var draft = ArticleDraft()
    draft[.id] = id(item)
    draft[.title] =
      text(item, "hl1", "headline", "hedline") ?? bodyHeading(item)
      ?? text(item, "title", "slugline")
    draft[.byline] = byline(item)
    draft[.source] = source(item)
    draft[.language] =
      attribute(item, "language", "tag") ?? attribute(item, "language", "formalname")
      ?? item["xml:lang"] ?? item["baselang"] ?? attribute(item, "nitf", "baselang")
    draft[.date] = date(item)
    draft.extra = extra(item)
    draft[.body] = AgencyBody(item).text
    return draft
  }

  /// Where an item's content is, when the file holds none of it.
  static func remotePlace(_ item: HTMLElement) -> String? {
    let remote = item.first {
      $0.localName == "remotecontent" || $0.localName == "contentitem" && $0["href"] != nil
    }
    return remote.flatMap { $0["href"] ?? $0["residref"] }
  }

  private static func id(_ item: HTMLElement) -> String? {
    item["guid"] ?? text(item, "publicidentifier", "newsitemid")
      ?? attribute(item, "doc-id", "id-string")
  }

  /// Without `By` and the writer's function.
  private static func byline(_ item: HTMLElement) -> String? {
    guard
      let line = item.first(where: { ["byline", "by"].contains($0.localName) && !$0.text.isEmpty })
    else {
      // A creator may be a code; a name has two words.
      return item.first { $0.localName == "creator" }.flatMap { text($0, "name") }.flatMap {
        $0.contains(" ") ? $0 : nil
      }
    }
    let people = line.all { $0.localName == "person" }.map(\.text).filter { !$0.isEmpty }
    if !people.isEmpty { return people.joined(separator: ", ") }
    var parts: [String] = []
    for node in line.children {
      switch node {
      case .text(let text): parts.append(text)
      case .element(let inner): if inner.localName != "byttl" { parts.append(inner.text) }
      }
    }
    let names = parts.joined(separator: " ").onOneLine
    return names.lowercased().hasPrefix("by ") ? String(names.dropFirst(3)) : names
  }

  private static func source(_ item: HTMLElement) -> String? {
    if let distributor = text(item, "distributor") { return distributor }
    let provider = item.first { $0.localName == "provider" }
    let named = provider.flatMap {
      text($0, "name") ?? $0["literal"] ?? attribute($0, "party", "formalname")
    }
    if let named { return named }
    let code = provider?["qcode"]?.split(separator: ":").last.map(String.init)
    return code ?? attribute(item, "doc.copyright", "holder") ?? text(
      item, "provider", "copyrightholder", "providerid")
      ?? attribute(item, "copyrightholder", "literal") ?? attribute(item, "from-src", "src-name")
  }

  /// The first date that can be read, else the first that is there.
  private static func date(_ item: HTMLElement) -> String? {
    let given = [
      attribute(item, "date.issue", "norm"), attribute(item, "date.release", "norm"),
      attribute(item, "story.date", "norm"), text(item, "contentcreated"),
      text(item, "firstcreated"),
      text(item, "thisrevisioncreated"), text(item, "versioncreated"), text(item, "dateid"),
    ].compactMap { $0 }
    return given.first { PublicationDate.parse($0) != nil } ?? given.first
  }

  /// What of an item's words has no field: dateline, summary, notes to editors.
  private static func extra(_ item: HTMLElement) -> String? {
    var members: [String: String] = [:]
    for name in ["dateline", "abstract", "slugline", "ednote", "copyrightnotice"] {
      if let text = text(item, name) { members[name] = JSONText.string(text) }
    }
    let captions = item.all { $0.localName == "media-caption" }.map(\.text).filter { !$0.isEmpty }
    if !captions.isEmpty { members["captions"] = JSONText.array(captions) }
    return members.isEmpty ? nil : JSONText.object(members)
  }

  /// The heading that the text itself begins with.
  private static func bodyHeading(_ item: HTMLElement) -> String? {
    let html = item.first { $0.localName == "html" }
    return html?.first { ($0.localName == "h1" || $0.localName == "h2") && !$0.text.isEmpty }?.text
  }

  static func text(_ item: HTMLElement, _ names: String...) -> String? {
    names.lazy.compactMap { name in
      item.first { $0.localName == name && !$0.text.isEmpty }?.text
    }.first
  }

  private static func attribute(_ item: HTMLElement, _ name: String, _ key: String) -> String? {
    item.first { $0.localName == name && $0[key]?.isEmpty == false }?[key]
  }
}

/// The text of an agency's item.
struct AgencyBody {
  private let item: HTMLElement

  init(_ item: HTMLElement) {
    self.item = item
  }

  /// The story; of a picture its caption; nil when the item has neither.
  var text: String? {
    let story = nitf ?? newsML ?? inline
    if let story, !story.isEmpty { return story }
    let caption = item.first {
      $0.localName == "description" && $0["role"]?.hasSuffix("caption") == true
    }
    return caption?.markupText ?? AgencyXML.text(item, "description", "captionline")
  }

  /// What stands in NITF's `body.content`, an editor's note in its head left out, and the line at its end.
  private var nitf: String? {
    let contents = item.all { $0.localName == "body.content" }
    let content = contents.first { content in
      !content.ancestors.contains { $0.localName == "body.head" || $0.localName == "note" }
    }
    guard let content else { return nil }
    content.prune { Self.asides.contains(String($0.localName)) }
    let end = item.first { $0.localName == "tagline" }?.text ?? ""
    return [content.markupText, end].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static let asides: Set<String> = ["media", "figure", "head", "style", "script"]

  /// Of NewsML 1.2's content items the longest that is text.
  private var newsML: String? {
    let texts = item.all { $0.localName == "contentitem" }.filter { content in
      let kind = content.first { $0.localName == "mediatype" }?["formalname"]?.lowercased()
      return kind == nil || kind == "text" || kind == "complexdata"
    }.compactMap { content -> String? in
      let data = content.first { $0.localName == "datacontent" }
      let inner = data?.first { ["body.content", "body"].contains($0.localName) } ?? data
      inner?.prune { Self.asides.contains(String($0.localName)) }
      return inner?.markupText
    }
    return texts.max { $0.utf8.count < $1.utf8.count }
  }

  private var inline: String? {
    let names = ["body", "inlinexml", "inlinedata"]
    let holder = names.lazy.compactMap { name in item.first { $0.localName == name } }.first
    holder?.prune {
      Self.asides.contains(String($0.localName)) || ["header", "footer"].contains($0.localName)
    }
    return holder?.markupText
  }
}
