/// An element of a page or an XML file: its tree and its number there.
struct HTMLElement {
  enum Node {
    case element(HTMLElement)
    case text(String)
  }

  let tree: MarkupTree
  let number: Int32

  private var node: MarkupTree.Node { tree.nodes[Int(number)] }

  var tag: MarkupTag { node.tag }
  /// Lower case, the prefix of its namespace kept.
  var name: String { tree.names[Int(node.name)] }
  /// The name without its namespace's prefix.
  var localName: Substring { tree.localNames[Int(node.name)] }

  var parent: HTMLElement? {
    node.parent < 0 ? nil : HTMLElement(tree: tree, number: node.parent)
  }

  /// The attribute's value; its name is in lower case.
  subscript(attribute: String) -> String? {
    tree.attribute(attribute, of: number).map { tree.string($0) }
  }

  var hasAttributes: Bool { node.count > 0 }

  /// Names, in lower case, and values.
  var attributes: [(name: String, value: String)] {
    let node = node
    guard !node.isText else { return [] }
    return node.range.map { index in
      let attribute = tree.attributes[index]
      return (
        tree.string(Int(attribute.name.lowerBound)..<Int(attribute.name.upperBound)),
        tree.string(Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound))
      )
    }
  }

  var children: some Sequence<Node> {
    sequence(state: node.firstChild) { [tree] (next: inout Int32) -> Node? in
      guard next >= 0 else { return nil }
      let node = tree.nodes[Int(next)]
      defer { next = node.next }
      return node.isText
        ? .text(tree.string(node.range)) : .element(HTMLElement(tree: tree, number: next))
    }
  }

  var elements: some Sequence<HTMLElement> {
    sequence(state: node.firstChild) { [tree] (next: inout Int32) -> HTMLElement? in
      while next >= 0, tree.nodes[Int(next)].isText { next = tree.nodes[Int(next)].next }
      guard next >= 0 else { return nil }
      defer { next = tree.nodes[Int(next)].next }
      return HTMLElement(tree: tree, number: next)
    }
  }

  var ancestors: some Sequence<HTMLElement> {
    sequence(state: parent) { (next: inout HTMLElement?) -> HTMLElement? in
      defer { next = next?.parent }
      return next
    }
  }

  /// Calls `visit` for this element and those inside it, in document order; where it gives false,
  /// not for those inside.
  func walk(_ visit: (HTMLElement) -> Bool) {
    tree.walk(from: number) {
      tree.nodes[Int($0)].isText ? false : visit(HTMLElement(tree: tree, number: $0))
    }
  }

  /// The first element, this one included, that `isWanted`.
  func first(where isWanted: (HTMLElement) -> Bool) -> HTMLElement? {
    let found = tree.first(from: number) {
      !tree.nodes[Int($0)].isText && isWanted(HTMLElement(tree: tree, number: $0))
    }
    return found.map { HTMLElement(tree: tree, number: $0) }
  }

  func all(where isWanted: (HTMLElement) -> Bool) -> [HTMLElement] {
    var found: [HTMLElement] = []
    walk { element in
      if isWanted(element) { found.append(element) }
      return true
    }
    return found
  }

  /// True when text other than white space stands directly inside.
  var hasText: Bool {
    var next = node.firstChild
    while next >= 0 {
      let child = tree.nodes[Int(next)]
      if child.isText, tree.text[child.range].contains(where: { $0 > 0x20 }) { return true }
      next = child.next
    }
    return false
  }

  /// True when text other than white space stands anywhere inside.
  var hasInnerText: Bool {
    let found = tree.first(from: number) { inner in
      let node = tree.nodes[Int(inner)]
      return node.isText && tree.text[node.range].contains { $0 > 0x20 }
    }
    return found != nil
  }

  /// The text inside on one line; nil, soon, where there are more than `limit` bytes of it.
  func text(upTo limit: Int) -> String? {
    var bytes: [UInt8] = []
    let end = tree.first(from: number) { inner in
      let node = tree.nodes[Int(inner)]
      if node.isText { bytes += tree.text[node.range].prefix(limit + 1) }
      return bytes.count > limit
    }
    return end == nil ? String(decoding: bytes, as: UTF8.self).onOneLine : nil
  }

  /// All text inside, as written.
  var rawText: String {
    var bytes: [UInt8] = []
    tree.walk(from: number) { inner in
      let node = tree.nodes[Int(inner)]
      if node.isText { bytes += tree.text[node.range] }
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text inside on one line, white space as one space.
  var text: String { rawText.onOneLine }

  /// Takes the elements that `isUnwanted` out of the tree, with all inside them.
  ///
  /// - Returns: whether there were any.
  @discardableResult func prune(where isUnwanted: (HTMLElement) -> Bool) -> Bool {
    var isChanged = false
    tree.walk(from: number) { inner in
      let node = tree.nodes[Int(inner)]
      guard !node.isText, node.firstChild >= 0 else { return false }
      let isHere = tree.removeChildren(of: inner) { child in
        !tree.nodes[Int(child)].isText && isUnwanted(HTMLElement(tree: tree, number: child))
      }
      isChanged = isChanged || isHere
      return true
    }
    return isChanged
  }
}

extension String {
  /// Without white space at the ends, inside as one space.
  var onOneLine: String {
    var text = self
    return text.withUTF8 { bytes in
      var line: [UInt8] = []
      line.reserveCapacity(bytes.count)
      var position = 0
      while position < bytes.count {
        let run = WhiteSpace.wordLength(bytes, at: position)
        if run > 0, !line.isEmpty { line.append(0x20) }
        line += bytes[position..<position + run]
        position += run
        position += position < bytes.count ? WhiteSpace.length(bytes, at: position) : 0
      }
      return String(decoding: line, as: UTF8.self)
    }
  }
}

extension MarkupTree {
  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// Where the value of the attribute stands in the buffer; nil when there is none.
  func attribute(_ name: String, of number: Int32) -> Range<Int>? {
    let node = nodes[Int(number)]
    guard node.count > 0, !node.isText else { return nil }
    var name = name
    return name.withUTF8 { wanted in
      for index in node.range {
        let attribute = attributes[index]
        guard attribute.name.count == wanted.count else { continue }
        let start = Int(attribute.name.lowerBound)
        if (0..<wanted.count).allSatisfy({ text[start + $0] == wanted[$0] }) {
          return Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
        }
      }
      return nil
    }
  }

  /// Calls `visit` for a node and those inside it, in document order, without recursion; where it
  /// gives false, not for those inside.
  func walk(from top: Int32, _ visit: (Int32) -> Bool) {
    var number = top
    while true {
      if visit(number), nodes[Int(number)].firstChild >= 0 {
        number = nodes[Int(number)].firstChild
        continue
      }
      while number != top, nodes[Int(number)].next < 0 { number = nodes[Int(number)].parent }
      if number == top { return }
      number = nodes[Int(number)].next
    }
  }

  /// The first of a node and those inside it, in document order, that `isWanted`.
  func first(from top: Int32, where isWanted: (Int32) -> Bool) -> Int32? {
    var number = top
    while true {
      if isWanted(number) { return number }
      if nodes[Int(number)].firstChild >= 0 {
        number = nodes[Int(number)].firstChild
        continue
      }
      while number != top, nodes[Int(number)].next < 0 { number = nodes[Int(number)].parent }
      if number == top { return nil }
      number = nodes[Int(number)].next
    }
  }
}
