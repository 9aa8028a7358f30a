/// The text of a page and where in it how much stands.
struct PageText {
  let element: HTMLElement
  let blocks: [TextBlock]
  let shares: TextShares

  init(_ element: HTMLElement) {
    self.element = element
    blocks = TextBlocks.inside(element)
    shares = TextShares(blocks, in: element.tree)
  }
}

/// How much text each element of a page holds, and of which kind, counted once for all.
struct TextShares {
  private struct Count {
    var length: Int32 = 0
    var linkLength: Int32 = 0
    /// In long blocks with few links.
    var prose: Int32 = 0
  }

  /// By the elements' numbers.
  private var counts: [Count]
  private(set) var prose = 0

  init(_ blocks: [TextBlock], in tree: MarkupTree) {
    counts = Array(repeating: Count(), count: tree.nodes.count)
    for block in blocks {
      let number = Int(block.owner.number)
      counts[number].length += Int32(block.length)
      counts[number].linkLength += Int32(block.linkLength)
      guard block.isProse else { continue }
      prose += block.length
      counts[number].prose += Int32(block.length)
    }
    addUp(tree)
  }

  /// Adds what each element holds to what is around it.
  private mutating func addUp(_ tree: MarkupTree) {
    var order: [Int32] = []
    tree.walk(from: 0) { number in
      order.append(number)
      return true
    }
    for number in order.reversed() {
      let parent = Int(tree.nodes[Int(number)].parent)
      guard parent >= 0 else { continue }
      counts[parent].length += counts[Int(number)].length
      counts[parent].linkLength += counts[Int(number)].linkLength
      counts[parent].prose += counts[Int(number)].prose
    }
  }

  /// The part of the text inside that is in links, 0 to 1.
  func linkDensity(of element: HTMLElement) -> Double {
    let count = counts[Int(element.number)]
    return count.length > 0 ? Double(count.linkLength) / Double(count.length) : 0
  }

  /// The part of the page's prose that is inside, 0 to 1.
  func proseShare(of element: HTMLElement) -> Double {
    Double(counts[Int(element.number)].prose) / Double(max(prose, 1))
  }

  /// Bytes of prose inside.
  func proseLength(of element: HTMLElement) -> Int { Int(counts[Int(element.number)].prose) }

  func isEmpty(_ element: HTMLElement) -> Bool { counts[Int(element.number)].length == 0 }
}

extension TextBlock {
  /// Long, with few links.
  var isProse: Bool { length >= 80 && linkDensity < 0.3 }
}
