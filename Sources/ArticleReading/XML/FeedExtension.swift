/// An article's text that an agency's feed has in elements of its own beside a short one in Atom's or RSS's:
/// `<content>` with a line, `<x:metadata>` with `<x:first_line>` and `<x:body>`.
struct FeedExtension {
  private let elements: [HTMLElement]

  init(_ parts: FeedParts) { elements = parts.extensions }

  /// Behind the lead that stands in front of it; nil for a text that is hardly longer.
  func text(longerThan text: String?) -> String? {
    for element in elements {
      guard let body = element.first(where: { Self.bodies.contains($0.localName) }) else {
        continue
      }
      let story = body.agencyText
      guard story.utf8.count > 2 * (text ?? "").utf8.count else { continue }
      let lead = body.parent?.elements.first { Self.leads.contains($0.localName) }?.agencyText ?? ""
      let isApart = !lead.isEmpty && !story.contains(lead)
      return isApart ? lead + "\n\n" + story : story
    }
    return nil
  }

  private static let bodies: Set<Substring> = ["body", "bodytext", "fulltext", "story"]
  private static let leads: Set<Substring> = [
    "first_line", "firstline", "lead", "intro", "standfirst",
  ]
}
