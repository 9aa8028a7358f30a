/// Finds the article in a page: the blocks that are its text.
///
/// After Arc90's Readability (2009) and its successors: every paragraph gives points to the
/// elements around it, fewer the further out; the element with the most points, weighed by how
/// little of its text is links, is the article. Then what is left of lists of links, boxes and
/// teasers inside goes.
struct MainText {
  /// All that is left of the page.
  private let blocks: [TextBlock]
  private let shares: TextShares
  /// By the elements' numbers; negative where nothing was given.
  private var scores: [Double]
  private var candidates: [HTMLElement] = []

  /// - Parameter page: cleaned already.
  init(_ page: PageText) {
    blocks = page.blocks
    shares = page.shares
    scores = Array(repeating: -1, count: page.element.tree.nodes.count)
    score()
  }

  /// The article's paragraphs, in order.
  ///
  /// - Parameter summary: what the page says in one sentence that it is about, if it does.
  func paragraphs(summary: String?) -> [TextBlock] {
    guard let top else { return blocks }
    if shares.proseShare(of: top) < Self.leastShare { return blocks.filter { $0.length >= 25 } }
    let text = ArticleBlocks.inside(top, shares)
    return lede(before: text, summary: summary) + text
  }

  /// The paragraphs between the headline and the text that stand in elements of their own.
  private func lede(before text: [TextBlock], summary: String?) -> [TextBlock] {
    guard let first = text.first,
      let end = blocks.firstIndex(where: { $0.owner.number == first.owner.number })
    else { return [] }
    let near = blocks[max(0, end - 12)..<end]
    let start = near.lastIndex { $0.owner.tag == .h1 }.map { $0 + 1 } ?? end
    return blocks[start..<end].filter { block in
      [.p, .div].contains(block.owner.tag) && block.linkDensity < 0.3
        && (block.isProse || block.agrees(with: summary))
        && !block.owner.ancestors.contains { Self.besideTags.contains($0.tag) }
        && block.owner.parent?.hints(at: Self.besideWords) != true
    }
  }

  private static let besideWords = HintWords([
    "image", "photo", "media", "picture", "messenger", "video",
  ])

  /// Of the page's prose; with less in one place it is a list of articles, and all of it is the text.
  private static let leastShare = 0.3

  private static let besideTags: MarkupTags = [.ul, .ol, .table, .form, .figure, .aside]

  var top: HTMLElement? {
    var best: (element: HTMLElement, score: Double)?
    for element in candidates {
      let score = weighed(element)
      if score > best?.score ?? 0 { best = (element, score) }
    }
    guard let best else { return nil }
    return joined(widened(best.element, best.score))
  }

  /// Further out where that adds much prose and few links.
  ///
  /// So for an article whose parts have elements of their own. Half as much again may be a cookie
  /// notice and a word about the publisher.
  private func joined(_ element: HTMLElement) -> HTMLElement {
    var (best, child) = (element, element)
    for parent in element.ancestors {
      guard parent.tag != .body, parent.tag != .html, shares.linkDensity(of: parent) < 0.2
      else { break }
      let growth = shares.proseShare(of: parent) / max(shares.proseShare(of: best), 1e-9)
      if growth > (hasPeers(child) ? 1.05 : 1.6) { best = parent }
      child = parent
    }
    return best
  }

  /// True when the element is one of several of the same make that hold prose: parts of one article.
  ///
  /// Of two `div` one may be the article and one what its publisher says of himself, without a heading.
  private func hasPeers(_ element: HTMLElement) -> Bool {
    let isSection = element.tag == .section
    guard let own = element["class"], let parent = element.parent, isSection || element.tag == .div
    else { return false }
    let peers = parent.elements.filter {
      $0.number != element.number && $0.tag == element.tag && $0["class"] == own
        && shares.proseLength(of: $0) > 400
    }
    return peers.count > (isSection ? 0 : 1) || peers.contains(where: beginsWithHeading)
  }

  private func beginsWithHeading(_ element: HTMLElement) -> Bool {
    TextBlocks.inside(element).first?.owner.isHeading == true
  }

  private func weighed(_ element: HTMLElement) -> Double {
    let named = element.isNamedLikeArticle ? 1.3 : 1
    return max(0, scores[Int(element.number)]) * (1 - shares.linkDensity(of: element)) * named
  }

  private mutating func score() {
    var counts = [Int32](repeating: 0, count: scores.count)
    for block in blocks { counts[Int(block.owner.number)] += 1 }
    for block in blocks where block.length >= 25 {
      let points = Self.points(block)
      // An element that holds several blocks counts as one around each.
      let isWhole = counts[Int(block.owner.number)] == 1
      var around = isWhole ? block.owner.parent : block.owner
      for level in 0..<(isWhole ? 5 : 6) {
        guard let element = around else { break }
        add(points / (level == 0 ? 1 : level == 1 ? 2 : Double(level) * 3), to: element)
        around = element.parent
      }
    }
  }

  /// More for long text with commas, which prose has and menus have not.
  private static func points(_ block: TextBlock) -> Double {
    let length = min(Double(block.length) / 100, 3)
    return (1 + Double(block.commas) + length) * (1 - block.linkDensity)
  }

  private mutating func add(_ points: Double, to element: HTMLElement) {
    let key = Int(element.number)
    if scores[key] < 0 {
      scores[key] = 0
      candidates.append(element)
    }
    scores[key] += points
  }

  /// The parent instead, where it adds much text of the same kind: parts of one article in several
  /// elements.
  private func widened(_ element: HTMLElement, _ score: Double) -> HTMLElement {
    var (best, bestScore) = (element, score)
    for parent in element.ancestors {
      guard parent.tag != .body, parent.tag != .html else { break }
      let parentScore = weighed(parent)
      guard parentScore > bestScore * 0.9 else { break }
      best = parent
      bestScore = max(bestScore, parentScore)
    }
    return best
  }
}

extension TextBlock {
  /// True when the block is the summary, or begins as it does.
  func agrees(with summary: String?) -> Bool {
    guard let summary, summary.utf8.count >= 40, length >= 40 else { return false }
    let count = min(summary.utf8.count, length, 60)
    return text.utf8.prefix(count).elementsEqual(summary.utf8.prefix(count))
  }
}

extension HTMLElement {
  private static let articleWords = HintWords([
    "article", "body", "content", "entry", "hentry", "main", "post", "text", "blog", "story",
  ])

  var isNamedLikeArticle: Bool {
    tag == .article || self["itemprop"]?.lowercased() == "articlebody"
      || hints(at: Self.articleWords)
  }
}
