/// What of an item's words has no field of its own.
enum AgencyExtra {
  /// As one JSON object; nil for nothing.
  static func json(_ item: HTMLElement) -> String? {
    var members: [String: String] = [:]
    for (key, names) in parts {
      let text = names.lazy.compactMap { AgencyXML.text(item, $0) }.first
      members[key] = text.map(JSONText.string)
    }
    members["dateline"] = dateline(item).map(JSONText.string)
    if members["abstract"] == nil { members["abstract"] = summary(item).map(JSONText.string) }
    for (key, texts) in lists(item) where !texts.isEmpty { members[key] = JSONText.array(texts) }
    return members.isEmpty ? nil : JSONText.object(members)
  }

  private static let parts = [
    ("abstract", ["abstract"]), ("slugline", ["slugline"]), ("ednote", ["ednote"]),
    ("copyrightnotice", ["copyrightnotice", "copyrightline"]), ("creditline", ["creditline"]),
    ("embargoed", ["embargoed"]), ("usageterms", ["usageterms"]),
  ]

  private static func lists(_ item: HTMLElement) -> [(String, [String])] {
    let captions = texts(item) { $0.localName == "media-caption" }
    let keywords = texts(item) { ["keyword", "keywordline"].contains($0.localName) }
    let keys = item.all { $0.localName == "keyword" }.compactMap { $0["key"] }
    return [
      ("captions", captions), ("notes", texts(item, where: isNote)),
      ("keywords", keywords.isEmpty ? keys : keywords),
      ("subheadlines", texts(item, where: isSubheadline)), ("texts", AgencyBody(item).others),
    ]
  }

  private static func texts(
    _ item: HTMLElement, where isWanted: (HTMLElement) -> Bool
  ) -> [String] {
    item.all(where: isWanted).map { EscapedMarkup.resolved($0.text) }.filter { !$0.isEmpty }
  }

  /// Lines and comments of NewsML 1.2 that say what they are: `ProductLine`, `Editorial Note`.
  private static func isNote(_ element: HTMLElement) -> Bool {
    element.localName == "newslinetext"
      || element.localName == "comment" && element.parent?.localName == "contentitem"
  }

  /// A lesser headline in the item's head; those among its paragraphs are text.
  private static func isSubheadline(_ element: HTMLElement) -> Bool {
    switch element.localName {
    case "subheadline": true
    case "hl2": element.parent?.localName == "hedline"
    case "headline": element["role"]?.lowercased().contains("sub") == true
    default: false
    }
  }

  /// As written; of places alone, commas between.
  private static func dateline(_ item: HTMLElement) -> String? {
    guard let line = item.first(where: { $0.localName == "dateline" && !$0.text.isEmpty }) else {
      return nil
    }
    let location = line.first { $0.localName == "location" }
    let places = location.map { $0.elements.map(\.text).filter { !$0.isEmpty } } ?? []
    let isDivided = line.text.contains(",")
    return places.count > 1 && !isDivided ? places.joined(separator: ", ") : line.text
  }

  private static func summary(_ item: HTMLElement) -> String? {
    let roles = ["summary", "abstract", "teaser", "lead"]
    let description = item.first { element in
      element.localName == "description"
        && roles.contains { element["role"]?.lowercased().hasSuffix($0) == true }
    }
    return description.map(\.agencyText).flatMap { $0.isEmpty ? nil : $0 }
  }
}
