/// The elements and texts of a page or an XML file, in arrays instead of objects.
///
/// A node is known by its number, the root is 0. All text (of nodes, names and values) stands in one
/// buffer, references resolved; a node holds the range of its own.
final class MarkupTree {
  struct Node {
    var tag: MarkupTag
    var isText: Bool
    /// Numbers of nodes; -1 where there is none.
    var parent: Int32
    var next: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    /// A text's bytes in the buffer; an element's attributes.
    var start: Int32
    var count: Int32 = 0
    /// An element's name, in ``names``.
    var name: Int32 = 0
  }

  /// Ranges of the buffer.
  struct Attribute {
    var name: Range<Int32>
    var value: Range<Int32>
  }

  // No call hands one of these out while another changes it: that need not be looked at each time.
  @exclusivity(unchecked) private(set) var nodes: ContiguousArray<Node> = []
  @exclusivity(unchecked) private(set) var attributes: ContiguousArray<Attribute> = []
  @exclusivity(unchecked) private(set) var text: [UInt8] = []
  /// Names met, lower case, prefixes kept.
  private(set) var names: [String] = []
  /// The same without the prefixes of namespaces, which agencies' files are asked for all the time.
  @exclusivity(unchecked) private(set) var localNames: ContiguousArray<Substring> = []
  private var tags: [MarkupTag] = []
  private var numbers: [UInt64: Int32] = [:]
  /// Names met lately, by the low bits of their hashes.
  @exclusivity(unchecked) private var recent = ContiguousArray(
    repeating: (hash: UInt64(0), number: Int32(0), tag: MarkupTag.other), count: 64)
  private let isXML: Bool

  init(isXML: Bool) {
    self.isXML = isXML
    nodes.append(Node(tag: .html, isText: false, parent: -1, start: 0))
    _ = Array("html".utf8).withUnsafeBufferPointer { name($0) }
  }

  /// Makes room, of which what stays empty costs nothing.
  ///
  /// - Parameter tags: how many there may be; each makes a node, and another for the text behind it.
  func reserve(_ bytes: Int, tags: Int) {
    text.reserveCapacity(bytes)
    nodes.reserveCapacity(2 * min(tags, Self.mostTags) + 2)
  }

  /// Room is made at once for so many, as a page of 2 MB may have: signs that look like tags may be as many as a
  /// file has bytes, and make no node.
  private static let mostTags = 1 << 19

  /// The number of an element's name, and what it is known as.
  func name(_ bytes: UnsafeBufferPointer<UInt8>) -> (number: Int32, tag: MarkupTag) {
    let hash = MarkupName.hash(bytes[...])
    let place = Int(truncatingIfNeeded: hash & 63)
    let lately = recent[place]
    if lately.hash == hash { return (lately.number, lately.tag) }
    let (number, tag) = name(bytes, hash)
    recent[place] = (hash, number, tag)
    return (number, tag)
  }

  private func name(
    _ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64
  ) -> (number: Int32, tag: MarkupTag) {
    if let number = numbers[hash] { return (number, tags[Int(number)]) }
    let number = Int32(names.count)
    let name = String(decoding: bytes.map(MarkupName.lower), as: UTF8.self)
    names.append(name)
    let colon = name.utf8.lastIndex(of: UInt8(ascii: ":"))
    localNames.append(colon.map { name[name.utf8.index(after: $0)...] } ?? name[...])
    tags.append(MarkupTag(bytes, isXML: isXML))
    numbers[hash] = number
    return (number, tags[Int(number)])
  }

  /// A new element, the last child of `parent`; its attributes follow.
  func addElement(name: Int32, tag: MarkupTag, to parent: Int32) -> Int32 {
    add(
      Node(
        tag: tag, isText: false, parent: parent, start: Int32(attributes.count), name: name))
  }

  /// A text that stands in the buffer from `start` to its end.
  func addText(from start: Int, to parent: Int32) {
    guard text.count > start else { return }
    let last = nodes[Int(parent)].lastChild
    if last >= 0, nodes[Int(last)].isText, nodes[Int(last)].end == start {
      nodes[Int(last)].count += Int32(text.count - start)
    } else {
      _ = add(
        Node(
          tag: .other, isText: true, parent: parent, start: Int32(start),
          count: Int32(text.count - start)))
    }
  }

  private func add(_ node: Node) -> Int32 {
    let number = Int32(nodes.count)
    nodes.append(node)
    link(number, to: node.parent)
    return number
  }

  private func link(_ number: Int32, to parent: Int32) {
    let last = nodes[Int(parent)].lastChild
    if last < 0 {
      nodes[Int(parent)].firstChild = number
    } else {
      nodes[Int(last)].next = number
    }
    nodes[Int(parent)].lastChild = number
  }

  /// Adds an attribute to those of the tag being read; of two of one name the first holds.
  func addAttribute(name: Range<Int32>, value: Range<Int32>) {
    attributes.append(Attribute(name: name, value: value))
  }

  /// Gives the attributes from `first` on to an element, unless it has some.
  func setAttributes(from first: Int, of number: Int32) {
    guard nodes[Int(number)].count == 0 else { return }
    nodes[Int(number)].start = Int32(first)
    nodes[Int(number)].count = Int32(attributes.count - first)
  }

  func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { text.append(contentsOf: bytes) }
  func append(_ byte: UInt8) { text.append(byte) }

  /// Appends in lower case.
  func appendName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in bytes { text.append(MarkupName.lower(byte)) }
  }

  /// Puts the last child of an element behind it, as a child of its parent:
  /// `<a><div>…</a>` becomes `<a></a><div><a>…</a></div>`.
  func lift(_ child: Int32, outOf element: Int32) {
    let parent = nodes[Int(element)].parent
    guard nodes[Int(element)].lastChild == child, nodes[Int(parent)].lastChild == element else {
      return
    }
    unlinkLast(child, from: element)
    nodes[Int(child)].parent = parent
    link(child, to: parent)
    wrapChildren(of: child, in: element)
  }

  private func unlinkLast(_ child: Int32, from element: Int32) {
    var before: Int32 = -1
    var next = nodes[Int(element)].firstChild
    while next != child, next >= 0 { (before, next) = (next, nodes[Int(next)].next) }
    nodes[Int(element)].lastChild = before
    if before >= 0 {
      nodes[Int(before)].next = -1
    } else {
      nodes[Int(element)].firstChild = -1
    }
  }

  /// Puts a copy of `element` between `child` and its children.
  private func wrapChildren(of child: Int32, in element: Int32) {
    let (first, last) = (nodes[Int(child)].firstChild, nodes[Int(child)].lastChild)
    nodes[Int(child)].firstChild = -1
    nodes[Int(child)].lastChild = -1
    var copy = nodes[Int(element)]
    (copy.parent, copy.next, copy.firstChild, copy.lastChild) = (child, -1, first, last)
    let wrapper = add(copy)
    var next = first
    while next >= 0 {
      nodes[Int(next)].parent = wrapper
      next = nodes[Int(next)].next
    }
  }

  /// Takes the children that `isUnwanted` out of `number`.
  ///
  /// - Returns: whether there were any.
  func removeChildren(of number: Int32, where isUnwanted: (Int32) -> Bool) -> Bool {
    var isChanged = false
    var last: Int32 = -1
    var next = nodes[Int(number)].firstChild
    // The children stay in order all the while, for `isUnwanted` to look at.
    while next >= 0 {
      let following = nodes[Int(next)].next
      if isUnwanted(next) {
        isChanged = true
        if last < 0 {
          nodes[Int(number)].firstChild = following
        } else {
          nodes[Int(last)].next = following
        }
      } else {
        last = next
      }
      next = following
    }
    nodes[Int(number)].lastChild = last
    return isChanged
  }
}

extension MarkupTree.Node {
  fileprivate var end: Int { Int(start + count) }
  var range: Range<Int> { Int(start)..<Int(start + count) }
}
