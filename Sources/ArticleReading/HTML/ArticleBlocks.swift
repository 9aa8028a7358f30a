/// The blocks of an article's element, without the boxes and link lists that stand between them.
struct ArticleBlocks {
  static func inside(_ element: HTMLElement) -> [TextBlock] {
    element.prune(where: isBox)
    var blocks = TextBlocks.inside(element).filter { !isJunk($0) }
    while let last = blocks.last, last.owner.isHeading { blocks.removeLast() }
    return blocks
  }

  /// An element most of whose text is links, or that holds no prose: not part of the article.
  private static func isBox(_ element: HTMLElement) -> Bool {
    guard ["div", "section", "ul", "ol", "table", "dl", "form", "header"].contains(element.name)
    else { return false }
    let blocks = TextBlocks.inside(element)
    let length = blocks.reduce(0) { $0 + $1.length }
    guard length > 0 else { return true }
    let density = Double(blocks.reduce(0) { $0 + $1.linkLength }) / Double(length)
    return density > 0.5
  }

  private static func isJunk(_ block: TextBlock) -> Bool {
    if block.owner.name == "h1" { return true }
    guard block.linkDensity > 0.9 else { return false }
    return !block.owner.isHeading && block.owner.name != "li" && !block.isQuoted
  }
}

extension TextBlock {
  /// In a quotation, which keeps its links: posts on social media are quoted so.
  var isQuoted: Bool {
    owner.name == "blockquote" || owner.ancestors.contains { $0.name == "blockquote" }
  }
}

extension HTMLElement {
  var isHeading: Bool {
    name.count == 2 && name.first == "h" && "123456".contains(name.last ?? " ")
  }
}
