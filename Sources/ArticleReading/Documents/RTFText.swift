/// The text of an RTF document, with what it says of itself.
struct RTFText {
  private(set) var text = DocumentText()
  private(set) var notes = DocumentText()
  private(set) var title = DocumentText()
  private(set) var author = DocumentText()
  /// Year, month and day of its making.
  private(set) var created: [Int] = []

  private var groups: [Group] = [Group()]
  private var fonts: [Int: Int] = [:]
  private var codePage = 1252
  /// Text whose bytes wait for those that follow, since letters may take two.
  private var pending: [UInt8] = []
  private var pendingPage = 1252
  private var fallback = 0
  private var isIgnorable = false
  private var tooDeep = 0

  /// What a group inherits and gives back at its end.
  private struct Group {
    var target = Target.text
    var font: Int?
    var unicodeFallback = 1
    var isHidden = false
    var isInTable = false
  }

  private enum Target {
    case text, notes, title, author, created, fonts, none
  }

  private static let depthLimit = 1000

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = RTFReader(bytes)
    while let part = reader.next() {
      switch part {
      case .open: open()
      case .close: close()
      case .word(let letters, let parameter):
        let word = RTFWord(bytes[letters])
        if case .binary? = word { reader.skip(parameter ?? 0) } else { apply(word, parameter) }
      case .symbol(let symbol): apply(symbol)
      case .byte(let byte): add(CollectionOfOne(byte))
      case .text(let range): add(bytes[range])
      }
    }
    flush()
  }

  private var group: Group { groups[groups.count - 1] }

  private mutating func change(_ body: (inout Group) -> Void) { body(&groups[groups.count - 1]) }

  private mutating func open() {
    flush()
    // A file of nothing but open brackets must not fill the memory.
    if groups.count < Self.depthLimit { groups.append(group) } else { tooDeep += 1 }
    (isIgnorable, fallback) = (false, 0)
  }

  private mutating func close() {
    flush()
    guard tooDeep == 0 else { return tooDeep -= 1 }
    if group.target == .notes, groups.count > 1, groups[groups.count - 2].target != .notes {
      notes.endParagraph()
    }
    if groups.count > 1 { groups.removeLast() }
    (isIgnorable, fallback) = (false, 0)
  }

  private mutating func apply(_ symbol: UInt8) {
    flush()
    switch symbol {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): add(CollectionOfOne(symbol))
    case UInt8(ascii: "~"): write("\u{a0}")
    case UInt8(ascii: "_"): write("-")
    case UInt8(ascii: "*"): isIgnorable = true
    case 0x0a, 0x0d: endParagraph()
    default: break
    }
  }

  /// Destinations that are marked with `\*` and not known are passed over, as the format asks.
  private mutating func apply(_ word: RTFWord?, _ parameter: Int?) {
    flush()
    defer { isIgnorable = false }
    guard let word else {
      if isIgnorable { change { $0.target = .none } }
      return
    }
    switch word {
    case .paragraph: endParagraph()
    case .line: with { $0.endLine() }
    case .cell: with { $0.endCell() }
    case .row: with { $0.endRow() }
    case .outsideTable: startParagraph(isInTable: false)
    case .insideTable: startParagraph(isInTable: true)
    case .tab: write("\t")
    case .character(let scalar): write(scalar)
    case .unicode: unicode(parameter ?? 0)
    default: set(word, parameter)
    }
  }

  private mutating func set(_ word: RTFWord, _ parameter: Int?) {
    switch word {
    case .fallback: change { $0.unicodeFallback = max(0, parameter ?? 1) }
    case .font: change { $0.font = parameter }
    case .characterSet: setCharacterSet(parameter ?? 0)
    case .codePage: codePage = parameter ?? 1252
    case .plain: change { ($0.isHidden, $0.font) = (false, nil) }
    case .hidden, .deleted: change { $0.isHidden = parameter != 0 }
    case .year, .month, .day: if group.target == .created { created.append(parameter ?? 0) }
    default: setTarget(word)
    }
  }

  private mutating func setTarget(_ word: RTFWord) {
    let isInInfo = group.target == .none
    switch word {
    case .skipped, .info: change { $0.target = .none }
    case .shapeText: change { $0.target = .text }
    case .note: if !isInInfo { change { $0.target = .notes } }
    case .title: change { $0.target = .title }
    case .author: change { $0.target = .author }
    case .created: change { $0.target = .created }
    case .fontTable: change { $0.target = .fonts }
    default: break
    }
  }

  private mutating func setCharacterSet(_ number: Int) {
    if group.target == .fonts, let font = group.font { fonts[font] = RTFCodePage.of(number) }
  }

  private mutating func unicode(_ value: Int) {
    // A signed number of 16 bits; pairs of them make letters beyond.
    let unit = UInt16(truncatingIfNeeded: value)
    with { $0.append(utf16: unit) }
    fallback = group.unicodeFallback
  }

  private mutating func add(_ bytes: some Collection<UInt8>) {
    guard fallback == 0 else {
      let passed = min(fallback, bytes.count)
      fallback -= passed
      if passed < bytes.count { add(Array(bytes.dropFirst(passed))) }
      return
    }
    guard group.target != .none, group.target != .fonts, !group.isHidden else { return }
    let page = group.font.flatMap { fonts[$0] } ?? codePage
    if page != pendingPage { flush() }
    pendingPage = page
    pending.append(contentsOf: bytes)
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      bytes.withUnsafeBufferPointer { part in with { $0.append(part) } }
    } else {
      let text = bytes.withUnsafeBufferPointer {
        DecodedText.text($0, charset: RTFCodePage.name(pendingPage))
      }
      with { $0.append(text) }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    flush()
    with { $0.append(scalar) }
  }

  private mutating func startParagraph(isInTable: Bool) {
    change { $0.isInTable = isInTable }
    with { $0.startParagraph(isInTable: isInTable) }
  }

  /// Paragraphs of a cell share its line.
  private mutating func endParagraph() {
    flush()
    let isInTable = group.isInTable
    with { isInTable ? $0.endWord() : $0.endParagraph() }
  }

  /// Changes the text that the current group writes to, if any.
  private mutating func with(_ body: (inout DocumentText) -> Void) {
    guard !group.isHidden else { return }
    switch group.target {
    case .text: body(&text)
    case .notes: body(&notes)
    case .title: body(&title)
    case .author: body(&author)
    case .created, .fonts, .none: break
    }
  }
}

/// The code pages of RTF.
enum RTFCodePage {
  /// Of a font, by the number of its character set.
  static func of(_ characterSet: Int) -> Int? {
    [
      0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254,
      163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 437,
    ][characterSet]
  }

  /// As character sets are called elsewhere.
  static func name(_ page: Int) -> String {
    switch page {
    case 932: "CP932"
    case 936: "GB18030"
    case 949: "CP949"
    case 950: "BIG5"
    case 10000: "MACINTOSH"
    case 65001: "UTF-8"
    case 437, 850, 852, 866, 874: "CP\(page)"
    default: "windows-\(page)"
    }
  }
}
