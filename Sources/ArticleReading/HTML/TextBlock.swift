/// A paragraph of a page, as a reader sees it: text between two breaks.
struct TextBlock {
  /// On one line, white space as one space, save in preformatted text.
  var text: String
  /// UTF-8 bytes of `text` that are in links.
  var linkLength: Int
  /// The innermost block element around it, such as its `p` or `li`.
  let owner: HTMLElement

  var length: Int { text.utf8.count }
  var linkDensity: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
  var commas: Int { text.utf8.count { $0 == UInt8(ascii: ",") } }
}

/// Cuts what is inside an element into blocks, in document order.
struct TextBlocks {
  private(set) var blocks: [TextBlock] = []
  private var text = ""
  private var linkLength = 0
  private var breaks = 0

  static func inside(_ element: HTMLElement) -> [TextBlock] {
    var blocks = TextBlocks()
    blocks.add(element, owner: element, isLink: false)
    blocks.flush(element)
    return blocks.blocks
  }

  private mutating func add(_ element: HTMLElement, owner: HTMLElement, isLink: Bool) {
    for node in element.children {
      switch node {
      case .text(let part): add(part, isLink: isLink, isPreformatted: owner.name == "pre")
      case .element(let child) where child.name == "br": addBreak(owner)
      case .element(let child) where child.isInline:
        if child.name == "td" || child.name == "th" {
          add(" ", isLink: false, isPreformatted: false)
        }
        add(child, owner: owner, isLink: isLink || child.name == "a")
      case .element(let child):
        flush(owner)
        add(child, owner: child, isLink: isLink)
        flush(child)
      }
    }
  }

  private mutating func add(_ part: String, isLink: Bool, isPreformatted: Bool) {
    let before = text.utf8.count
    if isPreformatted {
      text += part
    } else {
      var isAfterSpace = text.utf8.last.map { $0 == 0x20 || $0 == 0x0a } ?? true
      for character in part.unicodeScalars {
        let isSpace = character.properties.isWhitespace
        if !(isSpace && isAfterSpace) { text.unicodeScalars.append(isSpace ? " " : character) }
        isAfterSpace = isSpace
      }
    }
    if text.utf8.count > before,
      part.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
    {
      breaks = 0
    }
    if isLink { linkLength += text.utf8.count - before }
  }

  /// One break is a new line, two are a new paragraph.
  private mutating func addBreak(_ owner: HTMLElement) {
    breaks += 1
    if breaks == 1 { text += "\n" } else { flush(owner) }
  }

  private mutating func flush(_ owner: HTMLElement) {
    let trimmed = text.drop { $0.isWhitespace }.trimmingSuffix { $0.isWhitespace }
    if !trimmed.isEmpty {
      blocks.append(
        TextBlock(
          text: String(trimmed), linkLength: min(linkLength, trimmed.utf8.count), owner: owner))
    }
    (text, linkLength, breaks) = ("", 0, 0)
  }
}

extension HTMLElement {
  /// Elements that break a line of text; others, unknown ones too, stand inside it.
  ///
  /// Table cells do as well, so that a row is one line. NITF's names are among them.
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "block", "hl1", "hl2", "hedline", "body.content", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
  ]

  var isInline: Bool {
    !Self.blockNames.contains(name) && !Self.blockNames.contains(String(localName))
  }
}
