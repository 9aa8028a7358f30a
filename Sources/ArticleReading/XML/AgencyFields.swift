/// What an agency's item says of itself: which it is, who published it, when, in what language.
enum AgencyFields {
  static func id(_ item: HTMLElement) -> String? {
    item["guid"] ?? AgencyXML.text(item, "publicidentifier", "newsitemid", "itemid")
      ?? AgencyXML.attribute(item, "doc-id", "id-string")
  }

  /// The headline, else a component of its own, the heading that the text begins with, a label.
  static func title(_ item: HTMLElement) -> String? {
    AgencyXML.text(item, "hl1") ?? headline(item) ?? AgencyXML.text(item, "hedline")
      ?? component(item) ?? bodyHeading(item)
      ?? AgencyXML.text(item, "title", "slugline", "namelabel")
  }

  /// Of several headlines the one that is no lesser one (`role="hld:subHeadline"`), in the item's language.
  private static func headline(_ item: HTMLElement) -> String? {
    let all = item.outermost { $0.localName == "headline" }.filter { !$0.text.isEmpty }
    guard all.count > 1 else { return all.first.map { EscapedMarkup.resolved($0.text) } }
    let wanted = language(item).flatMap(LanguageCode.init)
    let main = all.filter { $0["role"]?.lowercased().contains("sub") != true }
    let own = main.filter { $0["xml:lang"].flatMap(LanguageCode.init) == wanted }
    let candidates = own.isEmpty ? main : own
    let best = candidates.first { $0["role"] == nil } ?? candidates.first ?? all.first
    return best.map { EscapedMarkup.resolved($0.text) }
  }

  /// A component of NewsML 1.2 whose role is the title.
  private static func component(_ item: HTMLElement) -> String? {
    let content = item.first {
      $0.localName == "contentitem" && ["title", "headline"].contains(AgencyXML.role(of: $0))
    }
    return content.flatMap { AgencyXML.text($0, "datacontent") }
  }

  private static func bodyHeading(_ item: HTMLElement) -> String? {
    let html = item.first { $0.localName == "html" }
    return html?.firstWithText { $0.localName == "h1" || $0.localName == "h2" }
      .map { EscapedMarkup.resolved($0.text) }
  }

  static func language(_ item: HTMLElement) -> String? {
    AgencyXML.attribute(item, "language", "tag")
      ?? AgencyXML.attribute(item, "language", "formalname")
      ?? item["xml:lang"] ?? item["baselang"] ?? AgencyXML.attribute(item, "nitf", "baselang")
  }

  static func source(_ item: HTMLElement) -> String? {
    if let distributor = AgencyXML.text(item, "distributor") { return distributor }
    let provider = item.first { $0.localName == "provider" }
    let named = provider.flatMap {
      AgencyXML.text($0, "name") ?? $0["literal"].flatMap { $0.isEmpty ? nil : $0 }
        ?? AgencyXML.attribute($0, "party", "formalname")
    }
    if let named { return named }
    let code = provider?["qcode"]?.split(separator: ":").last.map(String.init)
    return code ?? AgencyXML.attribute(item, "doc.copyright", "holder")
      ?? AgencyXML.text(item, "provider", "copyrightholder", "providerid")
      ?? AgencyXML.attribute(item, "copyrightholder", "literal")
      ?? AgencyXML.attribute(item, "from-src", "src-name")
  }

  /// The first date that can be read, else the first that is there.
  static func date(_ item: HTMLElement) -> String? {
    let given = [
      AgencyXML.attribute(item, "date.issue", "norm"),
      AgencyXML.attribute(item, "date.release", "norm"),
      AgencyXML.attribute(item, "story.date", "norm"), AgencyXML.text(item, "contentcreated"),
      created(item), AgencyXML.text(item, "thisrevisioncreated"),
      AgencyXML.text(item, "versioncreated"), AgencyXML.text(item, "dateid"),
      AgencyXML.attribute(item, "pubdata", "date.publication"),
    ].compactMap { $0 }
    return given.first { PublicationDate.parse($0) != nil } ?? given.first
  }

  /// AP's files have it in attributes: `<FirstCreated Year="2024" Month="5" Day="6" Time="10:15:00"/>`.
  private static func created(_ item: HTMLElement) -> String? {
    guard let element = item.first(where: { $0.localName == "firstcreated" }) else { return nil }
    guard let year = element["year"], let month = element["month"], let day = element["day"] else {
      return element.text.isEmpty ? nil : element.text
    }
    let date = [month, day].reduce(year) { $0 + ($1.utf8.count < 2 ? "-0" : "-") + $1 }
    return date + (element["time"].map { "T" + $0 + "Z" } ?? "")
  }
}
