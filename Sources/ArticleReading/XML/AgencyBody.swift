import OperatingSystem

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
    return caption?.agencyText ?? AgencyXML.text(item, "description", "captionline")
  }

  /// What an item says in other words than the story's, each in a part of its own: captions, summaries,
  /// boxes; the first of very many.
  var others: [String] {
    let nitf = contents.prefix(Self.mostOthers + 1).map(Self.text)
    let all =
      nitf.isEmpty
      ? texts.filter { !$0.isLead }.prefix(Self.mostOthers + 1).map(\.text) : nitf
    guard all.count > 1, let story = text else { return [] }
    return Array(
      all.filter { !$0.isEmpty && !Self.holds(story, $0) }.prefix(Self.mostOthers))
  }

  /// How many further texts the item has beside those looked at.
  var leftOut: Int {
    let items = contents.isEmpty ? items : contents
    guard items.count > Self.mostOthers + 1 else { return 0 }
    let count = contents.isEmpty ? texts.count { !$0.isLead } : items.count
    return max(0, count - Self.mostOthers - 1)
  }

  private var items: [HTMLElement] { item.outermost { $0.localName == "contentitem" } }

  /// Each is looked for in the whole story.
  private static let mostOthers = 64

  private static func holds(_ story: String, _ part: String) -> Bool {
    var (story, part) = (story, part)
    return story.withUTF8 { story in part.withUTF8 { story.holds(all: $0) } }
  }

  /// What stands in NITF's body and the line at its end.
  ///
  /// An editor's note in its head is left out. A file has one body; of several forms of a story the longest
  /// counts.
  private var nitf: String? {
    guard !contents.isEmpty else { return nil }
    let line = item.first { $0.localName == "tagline" }?.text ?? ""
    // Whom to write to is no part of the story.
    let end = line.contains("@") && !line.contains(" ") ? "" : line
    let story = Self.longest(contents) ?? ""
    return [story, end].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var contents: [HTMLElement] {
    item.outermost(outside: { ["body.head", "note"].contains($0.localName) }) {
      $0.localName == "body.content"
    }
  }

  /// Of NewsML 1.2's content items the longest that is text, behind the lead, where that is apart.
  private var newsML: String? {
    let texts = texts
    guard
      let story = texts.filter({ !$0.isLead }).max(by: { $0.text.utf8.count < $1.text.utf8.count })
    else { return texts.first?.text }
    let leads = texts.lazy.filter(\.isLead).prefix(Self.mostOthers)
    let lead = leads.first { !Self.holds(story.text, $0.text) }?.text
    return [lead, story.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var texts: [(text: String, isLead: Bool)] {
    items.compactMap { content in
      let kind = content.first { $0.localName == "mediatype" }?["formalname"]?.lowercased()
      let role = AgencyXML.role(of: content)
      guard kind == nil || kind == "text" || kind == "complexdata",
        !["title", "headline"].contains(role), let data = Self.data(content)
      else { return nil }
      let inner = data.first { ["body.content", "body"].contains($0.localName) } ?? data
      return (
        Self.unpacked(data) ?? Self.text(inner), ["lead", "abstract", "summary"].contains(role)
      )
    }
  }

  /// Some leave out the element around the text.
  private static func data(_ content: HTMLElement) -> HTMLElement? {
    content.first { $0.localName == "datacontent" }
      ?? (content.elements.contains { $0.tag == .p } ? content : nil)
  }

  /// Text in base64 (`<Encoding Notation="Base64">`).
  private static func unpacked(_ data: HTMLElement) -> String? {
    guard data.parent?["notation"]?.lowercased().contains("base64") == true,
      let bytes = Base64URL.decode(data.rawText.filter { !$0.isWhitespace })
    else { return nil }
    let text = bytes.withUnsafeBufferPointer { DecodedText($0).text }
    return MarkupSigns.areMet(in: text)
      ? HTMLParser.parse(text).agencyText : TypesetLines.paragraphs(of: text)
  }

  /// What NewsML-G2 holds itself: of several renditions of the content the longest.
  private var inline: String? {
    let holders = item.outermost { ["inlinexml", "inlinedata"].contains($0.localName) }
    let bodies = holders.map { holder in holder.first { $0.localName == "body" } ?? holder }
    return Self.longest(bodies) ?? item.first { $0.localName == "body" }.map(Self.text)
  }

  private static func longest(_ holders: [HTMLElement]) -> String? {
    holders.map(text).max { $0.utf8.count < $1.utf8.count }
  }

  private static func text(_ holder: HTMLElement) -> String {
    holder.prune { asides.contains(String($0.localName)) || isPageHead($0) }
    return EndMarks.dropped(from: holder.agencyText)
  }

  private static let asides: Set<String> = ["media", "figure", "head", "style", "script"]

  /// What XHTML repeats of the title, the keywords and the day above the text.
  private static func isPageHead(_ element: HTMLElement) -> Bool {
    element.localName == "header" || element.localName == "footer"
  }
}

/// Marks that tell an editor that nothing follows.
enum EndMarks {
  /// The text without such a mark as its last paragraph.
  static func dropped(from text: String) -> String {
    guard let end = text.utf8.lastIndex(of: 0x0a),
      marks.contains(text[end...].dropFirst().lowercased())
    else { return text }
    return String(text[..<end].trimmingSuffix { $0 == "\n" })
  }

  private static let marks: Set<String> = [
    "ends", "end", "ends.", "-ends-", "-30-", "- 30 -", "###", "==",
  ]
}
