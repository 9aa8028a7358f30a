/// The blocks of an article's element, without the boxes and link lists that stand between them.
struct ArticleBlocks {
  static func inside(_ element: HTMLElement, _ shares: TextShares) -> [TextBlock] {
    element.prune { isBox($0, shares) }
    var blocks = TextBlocks.inside(element).filter { !isJunk($0) }
    while let last = blocks.last, last.owner.isHeading { blocks.removeLast() }
    return blocks
  }

  /// An element most of whose text is links, or that has none.
  private static func isBox(_ element: HTMLElement, _ shares: TextShares) -> Bool {
    guard boxes.contains(element.tag) else { return false }
    if shares.isEmpty(element) { return true }
    guard shares.linkDensity(of: element) > 0.5 else { return false }
    // A list with a sentence in it is the article's, however many links stand beside that.
    if element.isList, shares.proseLength(of: element) > 0 { return false }
    // Posts on social media are quoted with their links.
    return element.first { $0.tag == .blockquote } == nil
  }

  private static let boxes: MarkupTags = [
    .div, .section, .ul, .ol, .table, .dl, .form, .header,
  ]

  private static func isJunk(_ block: TextBlock) -> Bool {
    if block.owner.tag == .h1 || isFurniture(block) { return true }
    guard block.linkDensity > 0.9 else { return false }
    return !block.owner.isHeading && block.owner.tag != .li && !block.isQuoted
  }

  /// A short line that speaks of the page, not of the news.
  private static func isFurniture(_ block: TextBlock) -> Bool {
    guard block.length < 150 else { return false }
    let text = block.text.lowercased().replacing("’", with: "'")
    let bare = text[...].trimmingSuffix { !$0.isLetter }
    return labels.contains(String(bare)) || openings.contains(where: text.hasPrefix)
  }

  private static let labels: Set<String> = [
    "ad", "advert", "advertisement", "advertising", "comments", "loading", "more", "related",
    "share", "sponsored", "sponsored links", "don't miss", "read more", "see also", "image",
    "photo",
    "video", "anzeige", "werbung", "publicité", "publicidad", "pubblicità", "publicidade",
  ]

  private static let openings = [
    "advertisement", "related:", "related video", "read more:", "see more:", "see also:",
    "read also",
    "also read:", "more:", "watch:", "share this", "follow us", "sign up", "subscribe to",
    "click here to", "this slideshow requires", "story continues", "article continues",
    "continue reading", "tap here", "get the latest", "lire aussi", "lesen sie auch", "lee también",
    "leggi anche", "leia também", "lees ook",
  ]
}

extension TextBlock {
  /// In a quotation, which keeps its links: posts on social media are quoted so.
  var isQuoted: Bool {
    owner.tag == .blockquote || owner.ancestors.contains { $0.tag == .blockquote }
  }
}

extension HTMLElement {
  fileprivate var isList: Bool { tag == .ul || tag == .ol }

  var isHeading: Bool {
    MarkupTag.h1.rawValue...MarkupTag.h6.rawValue ~= tag.rawValue
  }
}
