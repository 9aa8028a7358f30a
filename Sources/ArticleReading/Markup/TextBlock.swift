/// A paragraph of a page, as a reader sees it: text between two breaks.
struct TextBlock {
  /// On one line, white space as one space, save in preformatted text.
  var text: String
  /// UTF-8 bytes of `text` that are in links.
  var linkLength: Int
  var commas: Int
  /// The innermost block element around it, such as its `p` or `li`.
  let owner: HTMLElement

  var length: Int { text.utf8.count }
  var linkDensity: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
}

extension [TextBlock] {
  /// The blocks as one text, an empty line between them.
  var text: String {
    var text = ""
    text.reserveCapacity(reduce(0) { $0 + $1.length + 2 })
    for block in self {
      if !text.isEmpty { text += "\n\n" }
      text += block.text
    }
    return text
  }
}

/// Cuts what is inside an element into blocks, in document order.
struct TextBlocks {
  private let tree: MarkupTree
  private let limit: Int
  private let isTypeset: Bool
  private(set) var blocks: [TextBlock] = []
  private var text: [UInt8] = []
  private var linkLength = 0
  private var breaks = 0
  private var isInCell = false

  /// - Parameters:
  ///   - limit: enough of them; the last may be more.
  ///   - isTypeset: paragraphs may be told by white space alone (``TypesetLines``).
  static func inside(
    _ element: HTMLElement, limit: Int = .max, isTypeset: Bool = false
  ) -> [TextBlock] {
    var blocks = TextBlocks(tree: element.tree, limit: limit, isTypeset: isTypeset)
    if limit == .max { blocks.blocks.reserveCapacity(element.tree.nodes.count / 2) }
    blocks.add(element.number, owner: element.number, isLink: false)
    blocks.flush(element.number)
    return blocks.blocks
  }

  private init(tree: MarkupTree, limit: Int, isTypeset: Bool) {
    (self.tree, self.limit, self.isTypeset) = (tree, limit, isTypeset)
  }

  /// As deep as the tree, which has a limit.
  private mutating func add(_ number: Int32, owner: Int32, isLink: Bool) {
    var next = tree.nodes[Int(number)].firstChild
    while next >= 0, blocks.count < limit {
      let node = tree.nodes[Int(next)]
      if node.isText {
        addText(node.range, owner: owner, isLink: isLink)
      } else if node.tag == .br {
        addBreak(owner)
      } else if isTypeset, isInCell, node.tag == .p || node.tag == .div {
        // A cell's paragraphs share its row's line.
        addSpace()
        add(next, owner: owner, isLink: isLink)
        addSpace()
      } else if Self.blockTags.contains(node.tag) {
        flush(owner)
        add(next, owner: next, isLink: isLink)
        flush(next)
      } else {
        // Cells stand beside each other.
        let isCell = node.tag == .td || node.tag == .th
        if isCell { addSpace() }
        if node.tag == .fracSep, node.firstChild < 0 { text.append(UInt8(ascii: "/")) }
        let wasInCell = isInCell
        isInCell = isInCell || isCell
        add(next, owner: owner, isLink: isLink || node.tag == .a)
        isInCell = wasInCell
      }
      next = node.next
    }
  }

  private mutating func addText(_ range: Range<Int>, owner: Int32, isLink: Bool) {
    let isPreformatted = tree.nodes[Int(owner)].tag == .pre
    guard isTypeset, !isPreformatted else {
      return add(range, isLink: isLink, isPreformatted: isPreformatted)
    }
    let breaks = tree.text.withUnsafeBufferPointer {
      TypesetLines.breaks(in: UnsafeBufferPointer(rebasing: $0[range]))
    }
    var start = range.lowerBound
    for place in breaks {
      add(start..<range.lowerBound + place, isLink: isLink, isPreformatted: false)
      flush(owner)
      start = range.lowerBound + place
    }
    add(start..<range.upperBound, isLink: isLink, isPreformatted: false)
  }

  private mutating func addSpace() {
    if let last = text.last, last != 0x20, last != 0x0a { text.append(0x20) }
  }

  private mutating func add(_ range: Range<Int>, isLink: Bool, isPreformatted: Bool) {
    let before = text.count
    if isPreformatted {
      text += tree.text[range]
    } else {
      tree.text.withUnsafeBufferPointer { appendFolded(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    if text.count > before + 1 || text.count > before && text[before] != 0x20 { breaks = 0 }
    if isLink { linkLength += text.count - before }
  }

  /// Appends with every stretch of white space as one space.
  private mutating func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (start, position) = (0, 0)
    while position < bytes.count {
      let byte = bytes[position]
      // A space between words is as it should be.
      let isWord = byte > 0x20 && byte < 0xc2 || Self.separates(bytes, at: position, since: start)
      let length = isWord ? 0 : WhiteSpace.length(bytes, at: position)
      if length > 0 {
        text.append(contentsOf: bytes[start..<position])
        addSpace()
        start = position + length
      }
      position += max(1, length)
    }
    text.append(contentsOf: bytes[start...])
  }

  /// A single space behind a byte of this stretch and before an ASCII character.
  private static func separates(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, since start: Int
  ) -> Bool {
    bytes[position] == 0x20 && position > start && position + 1 < bytes.count
      && bytes[position + 1] > 0x20 && bytes[position + 1] < 0x80
  }

  /// One break is a new line, two are a new paragraph.
  private mutating func addBreak(_ owner: Int32) {
    breaks += 1
    if breaks > 1 { return flush(owner) }
    if text.last == 0x20 { text.removeLast() }
    text.append(0x0a)
  }

  private mutating func flush(_ owner: Int32) {
    defer {
      text.removeAll(keepingCapacity: true)
      (linkLength, breaks) = (0, 0)
    }
    guard let block = text.withUnsafeBufferPointer({ block($0, owner) }) else { return }
    blocks.append(block)
  }

  /// The bytes without white space at their ends; nil where there are no others.
  private func block(_ bytes: UnsafeBufferPointer<UInt8>, _ owner: Int32) -> TextBlock? {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return nil }
    let kept = UnsafeBufferPointer(rebasing: bytes[start..<end])
    var commas = 0
    for byte in kept { commas &+= byte == UInt8(ascii: ",") ? 1 : 0 }
    return TextBlock(
      text: String(decoding: kept, as: UTF8.self), linkLength: min(linkLength, kept.count),
      commas: commas, owner: HTMLElement(tree: tree, number: owner))
  }

  /// Elements that break a line of text; others, unknown ones too, stand inside it.
  ///
  /// Table cells do as well, so that a row is one line. NITF's names are among them.
  static let blockTags: MarkupTags = [
    .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dialog, .div, .dl, .dt,
    .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup,
    .hr, .html, .legend, .li, .main, .nav, .ol, .p, .pre, .section, .summary, .block, .hl1, .hl2,
    .hedline, .bodyContent, .bq, .para, .paragraph, .table, .tbody, .tfoot, .thead, .tr, .ul,
    .caption, .menu, .dir,
    .option,
  ]
}

/// White space of Unicode in UTF-8, by bytes.
enum WhiteSpace {
  /// How many bytes from `position` on are no white space.
  static func wordLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= 0x20 { break }
      if byte >= 0xc2, length(bytes, at: end) > 0 { break }
      end += 1
    }
    return end - position
  }

  /// The bytes of the white space at `position`; 0 for none.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let byte = bytes[position]
    if byte < 0x80 { return byte <= 0x20 ? 1 : 0 }
    guard position + 1 < bytes.count else { return 0 }
    let second = bytes[position + 1]
    if byte == 0xc2 { return second == 0xa0 || second == 0x85 ? 2 : 0 }
    guard position + 2 < bytes.count else { return 0 }
    let third = bytes[position + 2]
    switch (byte, second) {
    // U+2000 to U+200A, U+2028, U+2029, U+202F
    case (0xe2, 0x80): return 0x80...0x8a ~= third || [0xa8, 0xa9, 0xaf].contains(third) ? 3 : 0
    case (0xe2, 0x81): return third == 0x9f ? 3 : 0
    case (0xe3, 0x80): return third == 0x80 ? 3 : 0
    case (0xe1, 0x9a): return third == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
