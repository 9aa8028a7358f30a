/// Finding elements that may then be read whole: however deep a file nests them, what is found holds no more
/// than the file does, or a few times that.
extension HTMLElement {
  /// The elements, this one included, that are wanted and lie in no other such, nor in one that `isPassed`.
  func outermost(
    outside isPassed: (HTMLElement) -> Bool = { _ in false },
    where isWanted: (HTMLElement) -> Bool
  ) -> [HTMLElement] {
    var found: [HTMLElement] = []
    walk { element in
      if isPassed(element) { return false }
      let isFound = isWanted(element)
      if isFound { found.append(element) }
      return !isFound
    }
    return found
  }

  /// The first element that is wanted and has text, with that text on one line.
  ///
  /// One without text holds none that has some, and is not looked into.
  func firstWithText(where isWanted: (HTMLElement) -> Bool) -> (element: HTMLElement, text: String)?
  {
    var found: (element: HTMLElement, text: String)?
    walk { element in
      guard found == nil, isWanted(element) else { return found == nil }
      let text = element.hasInnerText ? element.text : ""
      if !text.isEmpty { found = (element, text) }
      return false
    }
    return found
  }

  /// Takes those of some elements inside, in the document's order, that lie in many others of them out of these:
  /// each is still there for who has it.
  ///
  /// For XML, whose nodes are numbered in the document's order.
  func separate(_ elements: [HTMLElement]) {
    var ends: [Int32] = []
    let deep = elements.filter { element in
      while let end = ends.last, end < element.number { ends.removeLast() }
      ends.append(element.lastNumber)
      return ends.count > Self.nestingLimit
    }
    guard !deep.isEmpty else { return }
    let numbers = Set(deep.map(\.number))
    for holder in [self] + deep { holder.prune { numbers.contains($0.number) } }
  }

  /// Items and stories nest twice or thrice; where nothing ends them, each holds all that follow.
  private static let nestingLimit = 8

  /// Of the last node inside.
  private var lastNumber: Int32 {
    var last = number
    while tree.nodes[Int(last)].lastChild >= 0 { last = tree.nodes[Int(last)].lastChild }
    return last
  }
}
