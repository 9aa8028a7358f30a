/// An agency's item, and what its stories share: looked up once, since an item may hold thousands of them.
struct AgencyItem {
  let element: HTMLElement
  let id: String?
  let source: String?
  let language: String?
  let date: String?
  /// Where the item is no article: its agency takes it back, or another that it names.
  let withdrawal: Withdrawal?

  /// - Parameter sent: when its message was, for an item that says no day.
  init(_ element: HTMLElement, sent: String?) {
    self.element = element
    id = AgencyFields.id(element)
    source = AgencyFields.source(element)
    language = AgencyFields.language(element)
    date = AgencyFields.date(element) ?? sent
    withdrawal = Self.withdrawal(element, id)
  }

  private static func withdrawal(_ item: HTMLElement, _ id: String?) -> Withdrawal? {
    let status =
      AgencyXML.attribute(item, "pubstatus", "qcode")
      ?? AgencyXML.attribute(item, "status", "formalname")
      ?? AgencyXML.attribute(item, "docdata", "management-status") ?? ""
    let earlier = AgencyXML.attribute(item, "docdata", "management-idref-status")?.lowercased()
    let isEarlierToo = earlier == "canceled" || earlier == "withheld"
    let other = isEarlierToo ? AgencyXML.attribute(item, "docdata", "management-doc-idref") : nil
    return Withdrawal(
      status: status, title: AgencyXML.text(item, "headline", "hl1", "title"),
      ids: [id, other].compactMap { $0 })
  }

  /// The components of an item of NewsML 1.2 that are stories of their own, each with a headline; the item where
  /// it has one story.
  var parts: [HTMLElement] {
    var parts: [HTMLElement] = []
    element.walk { part in
      if part.localName == "newscomponent", Self.isStory(part) { parts.append(part) }
      return part["equivalentslist"]?.lowercased() != "yes"
    }
    let headlines = Set(parts.compactMap(Self.headline))
    guard parts.count > 1, headlines.count == parts.count else { return [element] }
    element.separate(parts)
    return parts
  }

  /// Text and headline stand in the component itself, not in one inside it.
  private static func isStory(_ component: HTMLElement) -> Bool {
    let content = component.elements.first { $0.localName == "contentitem" }
    return headline(component) != nil
      && content?.elements.contains { $0.localName == "datacontent" && $0.hasInnerText } == true
      && ["", "main"].contains(content.map(AgencyXML.role) ?? "")
  }

  private static func headline(_ component: HTMLElement) -> String? {
    let lines = component.elements.first { $0.localName == "newslines" }
    return lines?.elements.first { $0.localName == "headline" && $0.hasInnerText }?.text
  }
}

/// A story of an agency's item: the whole item, or a component of it.
struct AgencyStory {
  let item: AgencyItem
  let element: HTMLElement
  /// Among those of the file, from 1 on.
  let number: Int

  var draft: ArticleDraft {
    var draft = ArticleDraft()
    draft[.id] = id
    draft[.title] = AgencyFields.title(element)
    draft[.source] = own(AgencyFields.source) ?? item.source
    draft[.language] = own(AgencyFields.language) ?? item.language
    draft[.date] = own(AgencyFields.date) ?? item.date
    draft.extra = AgencyExtra(element).json
    let body = AgencyBody(element).text
    draft[.body] = body
    draft[.byline] =
      AgencyByline(language: draft[.language]).text(element) ?? body.flatMap(AgencyByline.inside)
    return draft
  }

  /// What a component says itself.
  private func own(_ field: (HTMLElement) -> String?) -> String? {
    isPart ? field(element) : nil
  }

  private var isPart: Bool { element.number != item.element.number }

  /// Each story of an item has one.
  private var id: String? {
    own(AgencyFields.id) ?? item.id.map { isPart ? "\($0)#\(number)" : $0 }
  }

  /// Where its content is, when the file holds none of it.
  var remotePlace: String? {
    let remote = element.first {
      $0.localName == "remotecontent" || $0.localName == "contentitem" && $0["href"] != nil
    }
    return remote.flatMap { $0["href"] ?? $0["residref"] }
  }
}
