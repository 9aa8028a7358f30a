/// Where the prose of a page is: long blocks with few links.
struct Prose {
  private var lengths: [ObjectIdentifier: Int] = [:]
  private var total = 0

  init(_ page: HTMLElement) {
    for block in TextBlocks.inside(page) where block.length >= 80 && block.linkDensity < 0.3 {
      total += block.length
      lengths[ObjectIdentifier(block.owner), default: 0] += block.length
      for element in block.owner.ancestors {
        lengths[ObjectIdentifier(element), default: 0] += block.length
      }
    }
  }

  /// The part of the page's prose that is inside `element`, 0 to 1.
  func share(of element: HTMLElement) -> Double {
    Double(lengths[ObjectIdentifier(element)] ?? 0) / Double(max(total, 1))
  }
}
