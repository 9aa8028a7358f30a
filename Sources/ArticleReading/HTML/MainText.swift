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
  private var scores: [ObjectIdentifier: Double] = [:]
  private var candidates: [HTMLElement] = []

  /// `page` must be cleaned already.
  init(_ page: HTMLElement) {
    blocks = TextBlocks.inside(page)
    shares = TextShares(blocks)
    score()
  }

  /// The article's paragraphs, in order.
  var paragraphs: [TextBlock] {
    guard let top else { return blocks }
    return ArticleBlocks.inside(top, shares)
  }

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
    var best = element
    for parent in element.ancestors {
      guard parent.name != "body", parent.name != "html", shares.linkDensity(of: parent) < 0.2
      else { break }
      if shares.proseShare(of: parent) > 1.6 * shares.proseShare(of: best) { best = parent }
    }
    return best
  }

  private func weighed(_ element: HTMLElement) -> Double {
    let named = element.isNamedLikeArticle ? 1.3 : 1
    return (scores[ObjectIdentifier(element)] ?? 0) * (1 - shares.linkDensity(of: element)) * named
  }

  private mutating func score() {
    var counts: [ObjectIdentifier: Int] = [:]
    for block in blocks { counts[ObjectIdentifier(block.owner), default: 0] += 1 }
    for block in blocks where block.length >= 25 {
      let points = Self.points(block)
      let isWhole = counts[ObjectIdentifier(block.owner)] == 1
      var around = Array(block.owner.ancestors.prefix(5))
      if !isWhole { around.insert(block.owner, at: 0) }
      for (level, element) in around.enumerated() {
        add(points / (level == 0 ? 1 : level == 1 ? 2 : Double(level) * 3), to: element)
      }
    }
  }

  /// More for long text with commas, which prose has and menus have not.
  private static func points(_ block: TextBlock) -> Double {
    let length = min(Double(block.length) / 100, 3)
    return (1 + Double(block.commas) + length) * (1 - block.linkDensity)
  }

  private mutating func add(_ points: Double, to element: HTMLElement) {
    let key = ObjectIdentifier(element)
    if scores[key] == nil {
      scores[key] = 0
      candidates.append(element)
    }
    scores[key, default: 0] += points
  }

  /// The parent instead, where it adds much text of the same kind: parts of one article in several
  /// elements.
  private func widened(_ element: HTMLElement, _ score: Double) -> HTMLElement {
    var (best, bestScore) = (element, score)
    for parent in element.ancestors {
      guard parent.name != "body", parent.name != "html" else { break }
      let parentScore = weighed(parent)
      guard parentScore > bestScore * 0.9 else { break }
      best = parent
      bestScore = max(bestScore, parentScore)
    }
    return best
  }
}

extension HTMLElement {
  private static let articleWords = [
    "article", "body", "content", "entry", "hentry", "main", "post", "text", "blog", "story",
  ]

  var isNamedLikeArticle: Bool {
    name == "article" || self["itemprop"]?.lowercased() == "articlebody"
      || Self.articleWords.contains(where: hint.contains)
  }
}
