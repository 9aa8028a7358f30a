/// Builds a tree of tags and text, by HTML's rules of what ends what.
///
/// After the tree construction of WHATWG HTML, as far as it moves text: paragraphs, list items, cells
/// and options end where the next begins, a link ends where its end tag stands even inside a block,
/// stray end tags are passed over, `head` ends with the first element of the body. XML nests as
/// written.
struct MarkupBuilder {
  let tree: MarkupTree
  let isXML: Bool
  let isXHTML: Bool
  private struct Open {
    var node: Int32
    var name: Int32
    var tag: MarkupTag
  }
  private var open: [Open]
  /// How many elements of each name are open.
  private var counts: [Int32] = [1]
  private var body: Int32?
  private var firstAttribute = 0
  /// The element whose attributes are being read; nil where its tag makes none.
  private var current: Open?

  /// Elements nested deeper become children of the one at this depth.
  private static let depthLimit = 512
  /// How far out is looked for what a start tag ends.
  private static let scopeLimit = 64

  init(isXML: Bool, isXHTML: Bool, size: Int, tags: Int) {
    self.isXML = isXML
    self.isXHTML = isXHTML
    tree = MarkupTree(isXML: isXML)
    open = [Open(node: 0, name: 0, tag: isXML ? .other : .html)]
    tree.reserve(size, tags: tags)
  }

  private var top: Int32 { open[min(open.count, Self.depthLimit) - 1].node }

  var attributeCount: Int { tree.attributes.count - firstAttribute }

  // MARK: Start tags

  /// A start tag: its element is made, its attributes follow, then ``opened(isClosed:)``.
  mutating func open(_ name: Int32, _ tag: MarkupTag) {
    firstAttribute = tree.attributes.count
    if isXML { return make(name, tag) }
    switch tag {
    case .html: current = nil
    case .body:
      leaveHead()
      if body != nil { current = nil } else { makeBody(name) }
    case .head where body != nil: current = nil
    default:
      if !Self.headTags.contains(tag), tag != .head { enterBody() }
      endWhatEndsBefore(tag)
      make(name, tag)
    }
  }

  private mutating func make(_ name: Int32, _ tag: MarkupTag) {
    current = Open(node: tree.addElement(name: name, tag: tag, to: top), name: name, tag: tag)
  }

  private mutating func makeBody(_ name: Int32) {
    make(name, .body)
    body = current?.node
  }

  mutating func opened(isClosed: Bool) {
    guard let element = current else { return tree.setAttributes(from: firstAttribute, of: 0) }
    tree.setAttributes(from: firstAttribute, of: element.node)
    current = nil
    let isEmpty = isXML ? isClosed : Self.emptyTags.contains(element.tag)
    let isForeign = element.tag == .other && isClosed
    if !isEmpty, !isForeign, !(isClosed && isXHTML && !isXML) { push(element) }
  }

  private mutating func push(_ element: Open) {
    open.append(element)
    let index = Int(element.name)
    if index >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: index + 16 - counts.count))
    }
    counts[index] += 1
  }

  // MARK: Head and body

  private mutating func leaveHead() {
    if open.count > 1, open[1].tag == .head { pop(to: 1) }
  }

  /// Text or an element of the body: the head is over, and where no `<body>` came there is one now.
  private mutating func enterBody() {
    guard body == nil, open.count == 1 || open[1].tag == .head, open.count <= 2 else { return }
    leaveHead()
    let attribute = firstAttribute
    firstAttribute = tree.attributes.count
    makeBody(Array("body".utf8).withUnsafeBufferPointer { tree.name($0).number })
    opened(isClosed: false)
    firstAttribute = attribute
  }

  // MARK: Text

  /// Where the text that follows begins in the buffer.
  func startText() -> Int { tree.text.count }

  mutating func endText(from start: Int) {
    if !isXML, body == nil, open.count <= 2, open.count == 1 || open[1].tag == .head {
      guard tree.text[start...].contains(where: { $0 > 0x20 }) else { return }
      enterBody()
    }
    tree.addText(from: start, to: top)
  }

  // MARK: End tags

  mutating func close(_ name: Int32, _ tag: MarkupTag) {
    guard Int(name) < counts.count, counts[Int(name)] > 0 else { return closeUnopened(name, tag) }
    if !isXML {
      if tag == .body || tag == .html { return }
      if Self.inlineTags.contains(tag) ? !closeInline(tag) : !isInScope(name, tag) { return }
    }
    guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else { return }
    pop(to: index)
  }

  /// `</p>` without a start is a paragraph's break, `</br>` is a line's.
  private mutating func closeUnopened(_ name: Int32, _ tag: MarkupTag) {
    guard !isXML, tag == .p || tag == .br else { return }
    enterBody()
    make(name, tag)
    current = nil
  }

  /// True where the innermost inline element of this name is ended as usual.
  ///
  /// With a block in between it must not end that block. Its text stays a link's where it was one.
  private mutating func closeInline(_ tag: MarkupTag) -> Bool {
    var index = open.count - 1
    var block: Int?
    let limit = max(0, open.count - Self.scopeLimit)
    while index > limit, open[index].tag != tag {
      if !Self.inlineTags.contains(open[index].tag) { block = index }
      index -= 1
    }
    guard open[index].tag == tag, let block else { return open[index].tag == tag }
    if tag == .a, block == index + 1, open.count <= Self.depthLimit {
      tree.lift(open[block].node, outOf: open[index].node)
    }
    counts[Int(open[index].name)] -= 1
    open.remove(at: index)
    return false
  }

  /// False where a table's cell stands between: it ends with what is inside the cell only.
  private func isInScope(_ name: Int32, _ tag: MarkupTag) -> Bool {
    if Self.tableTags.contains(tag) { return true }
    for element in open.suffix(Self.scopeLimit).reversed() {
      if element.name == name { return true }
      if Self.cellTags.contains(element.tag) { return false }
    }
    return true
  }

  private mutating func pop(to index: Int) {
    while open.count > index { counts[Int(open.removeLast().name)] -= 1 }
  }

  // MARK: What ends before what

  private mutating func endWhatEndsBefore(_ tag: MarkupTag) {
    if Self.endingTags.contains(tag), let ending = MarkupEnding.before(tag) { end(ending) }
    if Self.headingTags.contains(tag), let last = open.last, Self.headingTags.contains(last.tag) {
      pop(to: open.count - 1)
    }
    if Self.blockTags.contains(tag) {
      end(.paragraph)
    }
  }

  /// Ends the innermost open element that is to end with all inside it, unless its scope is nearer.
  private mutating func end(_ ending: MarkupEnding) {
    var index = open.count - 1
    let limit = max(0, open.count - Self.scopeLimit)
    while index > limit {
      if ending.tags.contains(open[index].tag) { return pop(to: index) }
      if ending.scope.contains(open[index].tag) { return }
      index -= 1
    }
  }

  private static let endingTags: MarkupTags = [
    .li, .dd, .dt, .option, .optgroup, .td, .th, .tr, .tbody, .thead, .tfoot, .a,
  ]

  private static let headTags: MarkupTags = [
    .title, .meta, .link, .script, .style, .base, .basefont, .bgsound, .noscript, .template,
    .noframes,
  ]

  private static let emptyTags: MarkupTags = [
    .area, .base, .basefont, .bgsound, .br, .col, .command, .embed, .frame, .hr, .img, .input,
    .isindex, .keygen, .link, .meta, .param, .source, .track, .wbr,
  ]

  private static let headingTags: MarkupTags = [.h1, .h2, .h3, .h4, .h5, .h6]
  private static let tableTags: MarkupTags = [
    .table, .tbody, .thead, .tfoot, .tr, .td, .th, .caption,
  ]
  private static let cellTags: MarkupTags = [.td, .th, .caption]

  /// What ends an open paragraph.
  private static let blockTags: MarkupTags = [
    .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl, .dt,
    .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup,
    .hr, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .ul,
  ]

  /// What an end tag must not end a block for.
  private static let inlineTags: MarkupTags = [
    .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .em, .font, .i, .ins, .del, .kbd,
    .label,
    .mark, .nobr, .q, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u,
  ]
}
