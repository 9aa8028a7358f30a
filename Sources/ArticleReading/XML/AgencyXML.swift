/// Agencies' files: NITF, NewsML 1.2 and NewsML-G2, which carry NITF or XHTML inside them.
///
/// The three share most names, in lower case here; a field is the first that is there. Formats: IPTC's
/// NITF 3.6, NewsML 1.2 and NewsML-G2 2.3.
struct AgencyXML {
  /// The items of a message or package, each an article; the whole file when there are none.
  let items: [HTMLElement]
  private let packages: [HTMLElement]
  /// When the message was sent, for items that say no day.
  private let sent: String?

  init(_ root: HTMLElement) {
    let found = root.all { $0.localName == "newsitem" }
    packages = root.all { $0.localName == "packageitem" }
    items = found.isEmpty && packages.isEmpty ? [root] : found.flatMap(Self.stories)
    sent = Self.text(root, "sent", "dateandtime")
  }

  /// The components of an item of NewsML 1.2 that are stories of their own, each with a headline; the item where
  /// it has one story.
  private static func stories(_ item: HTMLElement) -> [HTMLElement] {
    let parts = item.all { part in
      part.localName == "newscomponent" && isStory(part)
        && !part.ancestors.contains { $0["equivalentslist"]?.lowercased() == "yes" }
    }
    let headlines = Set(parts.compactMap { text($0, "headline") })
    return parts.count > 1 && headlines.count == parts.count ? parts : [item]
  }

  /// Text and headline stand in the component itself, not in one inside it.
  private static func isStory(_ component: HTMLElement) -> Bool {
    let head = component.elements.first { $0.localName == "newslines" }
    let content = component.elements.first { $0.localName == "contentitem" }
    return head.flatMap { text($0, "headline") } != nil
      && content?.elements.contains { $0.localName == "datacontent" && $0.hasInnerText } == true
      && ["", "main"].contains(content.map(role) ?? "")
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

  /// Where an item is no article: its agency takes it back, or another that it names.
  static func withdrawal(_ part: HTMLElement) -> Withdrawal? {
    let item = whole(part)
    let status =
      attribute(item, "pubstatus", "qcode") ?? attribute(item, "status", "formalname")
      ?? attribute(item, "docdata", "management-status") ?? ""
    let earlier = attribute(item, "docdata", "management-idref-status")?.lowercased()
    let isEarlierToo = earlier == "canceled" || earlier == "withheld"
    let ids = [
      AgencyFields.id(item),
      isEarlierToo ? attribute(item, "docdata", "management-doc-idref") : nil,
    ]
    return Withdrawal(
      status: status, title: text(item, "headline", "hl1", "title"), ids: ids.compactMap { $0 })
  }

  func draft(_ item: HTMLElement) -> ArticleDraft {
    var draft = ArticleDraft()
    let whole = Self.whole(item)
    let language = AgencyFields.language(item) ?? AgencyFields.language(whole)
    draft[.id] = AgencyFields.id(item) ?? AgencyFields.id(whole).map { part(item, of: $0) }
    draft[.title] = AgencyFields.title(item)
    draft[.source] = AgencyFields.source(item) ?? AgencyFields.source(whole)
    draft[.language] = language
    draft[.date] = AgencyFields.date(item) ?? AgencyFields.date(whole) ?? sent
    draft.extra = AgencyExtra(item).json
    let body = AgencyBody(item).text
    draft[.body] = body
    draft[.byline] =
      AgencyByline(language: language).text(item) ?? body.flatMap(AgencyByline.inside)
    return draft
  }

  /// The item that a component is a story of.
  private static func whole(_ item: HTMLElement) -> HTMLElement {
    guard item.localName == "newscomponent" else { return item }
    return item.ancestors.first { $0.localName == "newsitem" } ?? item
  }

  /// An id for each story of an item.
  private func part(_ item: HTMLElement, of id: String) -> String {
    let place = items.firstIndex { $0.number == item.number } ?? 0
    return "\(id)#\(place + 1)"
  }

  /// Where an item's content is, when the file holds none of it.
  static func remotePlace(_ item: HTMLElement) -> String? {
    let remote = item.first {
      $0.localName == "remotecontent" || $0.localName == "contentitem" && $0["href"] != nil
    }
    return remote.flatMap { $0["href"] ?? $0["residref"] }
  }

  /// What a content item of NewsML 1.2 is for, by its component: `caption`, `lead`; empty where nothing
  /// says it.
  static func role(of content: HTMLElement) -> String {
    let component = content.ancestors.first { $0.localName == "newscomponent" }
    let role = component?.elements.first { $0.localName == "role" }?["formalname"]
    return role?.lowercased() ?? ""
  }

  static func text(_ item: HTMLElement, _ names: String...) -> String? {
    names.lazy.compactMap { name in
      item.first { $0.localName == name && !$0.text.isEmpty }?.text
    }.first.map(EscapedMarkup.resolved)
  }

  static func attribute(_ item: HTMLElement, _ name: String, _ key: String) -> String? {
    item.first { $0.localName == name && $0[key]?.isEmpty == false }?[key]
  }
}
