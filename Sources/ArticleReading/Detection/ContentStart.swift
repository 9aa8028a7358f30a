/// Whether a text begins as markup or JSON does, rather than with a sign of its own: OCR makes brackets of
/// ornaments, and agencies put a firm's name in them.
struct ContentStart {
  /// The head behind white space.
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ start: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes = UnsafeBufferPointer(rebasing: start)
  }

  // MARK: Markup

  /// A tag, an end tag, a comment, a declaration or an instruction: neither `<!?Hi` nor `<NEWS CORP> YEAR
  /// LOSS`.
  var isMarkup: Bool {
    guard bytes.first == UInt8(ascii: "<"), bytes.count > 1 else { return false }
    switch bytes[1] {
    case UInt8(ascii: "!"): return isDeclaration
    case UInt8(ascii: "?"): return bytes.count > 2 && isNameStart(bytes[2])
    case UInt8(ascii: "/"): return bytes.count > 2 && isNameStart(bytes[2])
    default: return isNameStart(bytes[1]) && isTag
    }
  }

  private var isDeclaration: Bool {
    let rest = bytes.dropping(2)
    return rest.begins(with: "--") || rest.begins(with: "[")
      || String(decoding: rest.prefix(7), as: UTF8.self).lowercased() == "doctype"
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 97 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  /// A name and attributes with values, or a name alone in a text that has ends of elements.
  private var isTag: Bool {
    let name = bytes.dropping(1).prefix { $0 > 0x20 && !"/>".utf8.contains($0) }
    let rest = bytes[(name.count + 1)...].prefix(4096)
    let inside = rest.prefix { $0 != UInt8(ascii: ">") }
    if inside.contains(UInt8(ascii: "=")) { return true }
    guard bytes.holds("</") || bytes.holds("/>") else { return isKnown(name) && inside.isEmpty }
    return inside.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "/") } || isKnown(name)
  }

  private func isKnown(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    MarkupTag(UnsafeBufferPointer(rebasing: name), isXML: false) != .other
  }

  // MARK: JSON

  /// `{}`, or a key with a colon behind it.
  var isObject: Bool {
    guard let next = next(1) else { return false }
    if bytes[next] == UInt8(ascii: "}") { return true }
    return isString(at: next, followedBy: ":")
  }

  /// `[{`, `[]`, or a text with another behind it: a list of articles rather than `[Reuters] …`.
  var isList: Bool {
    guard let next = next(1) else { return false }
    if "{]".utf8.contains(bytes[next]) { return true }
    return isString(at: next, followedBy: ",]")
  }

  /// A text in quotes with one of these signs behind it; one that is longer than the head may have it.
  private func isString(at start: Int, followedBy signs: StaticString) -> Bool {
    guard bytes[start] == UInt8(ascii: "\"") else { return false }
    var position = start + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard let next = next(position + 1) else { return true }
    return signs.withUTF8Buffer { $0.contains(bytes[next]) }
  }

  /// The next sign that is no white space.
  private func next(_ position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    return bytes[position...].firstIndex { $0 > 0x20 }
  }
}
