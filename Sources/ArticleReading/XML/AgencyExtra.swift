/// What of an item's words has no field of its own.
struct AgencyExtra {
  private let item: HTMLElement
  /// The elements that are looked for, gathered in one walk.
  private var named: [Substring: [HTMLElement]] = [:]

  init(_ item: HTMLElement) {
    self.item = item
    var named: [Substring: [HTMLElement]] = [:]
    item.walk { element in
      let name = element.localName
      guard Self.wanted.contains(name) else { return true }
      if element.hasInnerText || name == "keyword" { named[name, default: []].append(element) }
      return false
    }
    self.named = named
  }

  /// As one JSON object; nil for nothing.
  var json: String? {
    var members: [String: String] = [:]
    for (key, names) in Self.parts {
      let element = names.lazy.compactMap { named[$0]?.first }.first
      members[key] = element.map { JSONText.string(Self.text($0)) }
    }
    members["dateline"] = dateline.map(JSONText.string)
    if members["abstract"] == nil { members["abstract"] = summary.map(JSONText.string) }
    for (key, texts) in lists where !texts.isEmpty { members[key] = JSONText.array(texts) }
    return members.isEmpty ? nil : JSONText.object(members)
  }

  /// Of several paragraphs each on its own.
  private static func text(_ element: HTMLElement) -> String {
    let isDivided = element.elements.contains { _ in true }
    return isDivided ? element.agencyText : EscapedMarkup.resolved(element.text)
  }

  private static let parts: [(String, [Substring])] = [
    ("abstract", ["abstract"]), ("slugline", ["slugline"]), ("ednote", ["ednote"]),
    ("copyrightnotice", ["copyrightnotice", "copyrightline"]), ("creditline", ["creditline"]),
    ("embargoed", ["embargoed"]), ("usageterms", ["usageterms"]),
  ]

  private static let wanted = Set(
    parts.flatMap(\.1) + [
      "dateline", "description", "media-caption", "keyword", "keywordline", "newslinetext",
      "comment", "subheadline", "hl2", "headline",
    ])

  private var lists: [(String, [String])] {
    let keywords = texts("keyword", "keywordline")
    let keys = (named["keyword"] ?? []).compactMap { $0["key"] }
    return [
      ("captions", texts("media-caption")), ("notes", texts("newslinetext") + comments),
      ("keywords", keywords.isEmpty ? keys : keywords), ("subheadlines", subheadlines),
      ("texts", AgencyBody(item).others),
    ]
  }

  private func texts(_ names: Substring..., where isWanted: (HTMLElement) -> Bool = { _ in true })
    -> [String]
  {
    names.flatMap { named[$0] ?? [] }.filter { $0.hasInnerText && isWanted($0) }
      .map { EscapedMarkup.resolved($0.text) }
  }

  /// Editors' comments of NewsML 1.2.
  private var comments: [String] { texts("comment") { $0.parent?.localName == "contentitem" } }

  /// Lesser headlines in the item's head; those among its paragraphs are text.
  private var subheadlines: [String] {
    texts("subheadline") + texts("hl2") { $0.parent?.localName == "hedline" }
      + texts("headline") { $0["role"]?.lowercased().contains("sub") == true }
  }

  /// As written; of places alone, commas between.
  private var dateline: String? {
    guard let line = named["dateline"]?.first else { return nil }
    let location = line.first { $0.localName == "location" }
    let places = location.map { $0.elements.map(\.text).filter { !$0.isEmpty } } ?? []
    let isDivided = line.text.contains(",")
    return places.count > 1 && !isDivided ? places.joined(separator: ", ") : line.text
  }

  private var summary: String? {
    let roles = ["summary", "abstract", "teaser", "lead"]
    let description = named["description"]?.first { element in
      roles.contains { element["role"]?.lowercased().hasSuffix($0) == true }
    }
    return description.map(\.agencyText).flatMap { $0.isEmpty ? nil : $0 }
  }
}
