import OperatingSystem

/// Cuts a page or an XML file into tags and text, in one pass whatever it is made of.
///
/// After the tokenizer of WHATWG HTML, more lenient: what browsers would take for one endless tag,
/// comment or title ends where it plausibly does. Nothing is looked for twice up to the file's end,
/// so that hostile files cost no more than others.
struct MarkupReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var builder: MarkupBuilder
  let isXML: Bool
  var position = 0
  /// Ends that the rest of the file does not have.
  var missing: Set<String> = []
  /// The file's own entities (`<!ENTITY name "value">`), in XML.
  var entities: [String: [UInt8]] = [:]
  /// Bytes that entities may still stand for.
  var entityRoom = 1 << 20

  private init(_ bytes: UnsafeBufferPointer<UInt8>, isXML: Bool) {
    self.bytes = bytes
    self.isXML = isXML
    let isXHTML = bytes.starts(with: "<?xml".utf8)
    builder = MarkupBuilder(
      isXML: isXML, isXHTML: isXHTML, size: bytes.count, tags: Self.count(UInt8(ascii: "<"), bytes))
  }

  private static func count(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var (count, start) = (0, 0)
    while let found = memchr(base + start, Int32(byte), bytes.count - start) {
      count += 1
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }
    return count
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>, isXML: Bool) -> MarkupTree {
    // Ranges of the tree count with 32 bits.
    let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 30))
    var reader = MarkupReader(bytes, isXML: isXML)
    while reader.position < bytes.count { reader.step() }
    return reader.builder.tree
  }

  private mutating func step() {
    let start = position
    let mark = find(UInt8(ascii: "<"), from: position) ?? bytes.count
    if mark > start {
      text(start..<mark)
      position = mark
    }
    guard position < bytes.count else { return }
    switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
    case UInt8(ascii: "!"): declaration()
    case UInt8(ascii: "?"): skip(past: isXML ? "?>" : ">", or: ">")
    case UInt8(ascii: "/"): endTag()
    case let byte where Self.startsName(byte): startTag()
    default:
      // A lone `<`.
      text(position..<position + 1)
      position += 1
    }
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 97 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  // MARK: Tags

  private mutating func startTag() {
    let name = name(from: position + 1)
    position = name.upperBound
    let (number, tag) = builder.tree.name(UnsafeBufferPointer(rebasing: bytes[name]))
    builder.open(number, tag)
    let isClosed = attributes()
    builder.opened(isClosed: isClosed)
    if !isXML, Self.rawTags.contains(tag), !(isClosed && builder.isXHTML) { rawText(number, tag) }
  }

  private mutating func endTag() {
    let name = name(from: position + 2)
    position = name.upperBound
    guard !name.isEmpty else { return skip(past: ">", or: ">") }
    let (number, tag) = builder.tree.name(UnsafeBufferPointer(rebasing: bytes[name]))
    position = find(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? bytes.count
    builder.close(number, tag)
  }

  func name(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, !Self.endsName(bytes[end]), bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    return start..<end
  }

  /// Reads attributes up to the tag's end; true where that is `/>`.
  private mutating func attributes() -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return bytes[position - 2] == UInt8(ascii: "/")
      // A tag that was never ended.
      case UInt8(ascii: "<"): return false
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"): position += 1
      default: attribute()
      }
    }
    return false
  }

  private mutating func attribute() {
    let start = position
    while position < bytes.count, !Self.endsName(bytes[position]),
      bytes[position] != UInt8(ascii: "=")
    {
      position += 1
    }
    let name = start..<max(position, min(start + 1, bytes.count))
    position = name.upperBound
    var next = position
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
      return add(name, position..<position)
    }
    position = next + 1
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    add(name, value())
  }

  /// The value at `position`, which goes behind it.
  private mutating func value() -> Range<Int> {
    guard position < bytes.count else { return position..<position }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let key = quote == UInt8(ascii: "\"") ? "\"" : "'"
      if !missing.contains(key) {
        if let end = find(quote, from: position + 1) {
          defer { position = end + 1 }
          return position + 1..<end
        }
        missing.insert(key)
      }
      position += 1
    }
    let start = position
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") {
      position += 1
    }
    // `<a href=x/>` ends, `<a href=/x/>` has an address that ends in a slash.
    return start..<position
  }

  private mutating func add(_ name: Range<Int>, _ value: Range<Int>) {
    let tree = builder.tree
    // Half a million attributes of one element are of no use.
    guard builder.attributeCount < 256 else { return }
    let start = Int32(tree.text.count)
    tree.appendName(bytes[name])
    let middle = Int32(tree.text.count)
    appendDecoded(value, inAttribute: true)
    tree.addAttribute(name: start..<middle, value: middle..<Int32(tree.text.count))
  }

  // MARK: Text

  mutating func text(_ range: Range<Int>) {
    let start = builder.startText()
    appendDecoded(range, inAttribute: false)
    builder.endText(from: start)
  }

  /// Appends what the bytes stand for to the tree's text.
  mutating func appendDecoded(_ range: Range<Int>, inAttribute: Bool) {
    var start = range.lowerBound
    while let mark = find(UInt8(ascii: "&"), from: start, to: range.upperBound) {
      builder.tree.append(bytes[start..<mark])
      let inner = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
      if let reference = CharacterReference(inner, at: mark, inAttribute: inAttribute) {
        for byte in reference.scalar.utf8 { builder.tree.append(byte) }
        start = mark + reference.length
      } else if let length = appendEntity(at: mark, to: range.upperBound) {
        start = mark + length
      } else {
        builder.tree.append(UInt8(ascii: "&"))
        start = mark + 1
      }
    }
    builder.tree.append(bytes[start..<range.upperBound])
  }

  /// Everything up to the element's end tag, whatever it looks like; a title without one is empty.
  private mutating func rawText(_ number: Int32, _ tag: MarkupTag) {
    let name = tag.name
    var end = bytes.count
    if missing.contains("</" + name) {
      end = position
    } else if let found = endOfRawText(name) {
      end = found
    } else {
      missing.insert("</" + name)
      if tag == .title || tag == .textarea { end = position }
    }
    let start = builder.startText()
    if tag == .title || tag == .textarea {
      appendDecoded(position..<end, inAttribute: false)
    } else {
      builder.tree.append(bytes[position..<end])
    }
    builder.endText(from: start)
    position = end
    builder.close(number, tag)
  }

  private func endOfRawText(_ name: String) -> Int? {
    let letters = Array(name.utf8)
    var start = position
    while let mark = find(UInt8(ascii: "<"), from: start) {
      let rest = bytes[mark...].dropFirst(2)
      if mark + 1 < bytes.count, bytes[mark + 1] == UInt8(ascii: "/"), rest.count >= letters.count,
        zip(rest, letters).allSatisfy({ MarkupName.lower($0) == $1 })
      {
        return mark
      }
      start = mark + 1
    }
    return nil
  }

  private static let rawTags: MarkupTags = [
    .script, .style, .xmp, .iframe, .noembed, .noframes, .title, .textarea,
  ]

  // MARK: Finding

  func find(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard start < end, let base = bytes.baseAddress else { return nil }
    let found = memchr(base + start, Int32(byte), end - start)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }

  func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var start = start
    while let found = find(mark[0], from: start) {
      if bytes[found...].starts(with: mark) { return found }
      start = found + 1
    }
    return nil
  }
}
