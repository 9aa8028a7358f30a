/// How much text each element of a page holds, and of which kind, counted once for all.
struct TextShares {
  private struct Count {
    var length = 0
    var linkLength = 0
    /// In long blocks with few links.
    var prose = 0
  }

  private var counts: [ObjectIdentifier: Count] = [:]
  private var prose = 0

  init(_ blocks: [TextBlock]) {
    for block in blocks {
      let isProse = block.length >= 80 && block.linkDensity < 0.3
      if isProse { prose += block.length }
      add(block, isProse, to: block.owner)
      for element in block.owner.ancestors { add(block, isProse, to: element) }
    }
  }

  private mutating func add(_ block: TextBlock, _ isProse: Bool, to element: HTMLElement) {
    counts[ObjectIdentifier(element), default: Count()].length += block.length
    counts[ObjectIdentifier(element), default: Count()].linkLength += block.linkLength
    if isProse { counts[ObjectIdentifier(element), default: Count()].prose += block.length }
  }

  /// The part of the text inside that is in links, 0 to 1.
  func linkDensity(of element: HTMLElement) -> Double {
    guard let count = counts[ObjectIdentifier(element)], count.length > 0 else { return 0 }
    return Double(count.linkLength) / Double(count.length)
  }

  /// The part of the page's prose that is inside, 0 to 1.
  func proseShare(of element: HTMLElement) -> Double {
    Double(counts[ObjectIdentifier(element)]?.prose ?? 0) / Double(max(prose, 1))
  }

  func isEmpty(_ element: HTMLElement) -> Bool { counts[ObjectIdentifier(element)] == nil }
}
