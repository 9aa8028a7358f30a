/// WordPress's own marks in the text of its exports: `[dropcap]M[/dropcap]y`, `[gallery ids="4,5"]`.
///
/// Source: WordPress's Shortcode API. What people write in brackets (`[sic]`, `[he said]`) stays.
enum Shortcodes {
  /// The markup without the marks; what stands between two of them is kept.
  static func dropped(from markup: String) -> String {
    guard markup.utf8.contains(UInt8(ascii: "[")) else { return markup }
    let bytes = Array(markup.utf8)
    var closed: Set<[UInt8]> = []
    var position = 0
    while let mark = next(bytes, from: position) {
      if mark.isEnd { closed.insert(Array(bytes[mark.name])) }
      position = mark.range.upperBound
    }
    return String(decoding: without(bytes, closed), as: UTF8.self)
  }

  private static func without(_ bytes: [UInt8], _ closed: Set<[UInt8]>) -> [UInt8] {
    var plain: [UInt8] = []
    var position = 0
    while let mark = next(bytes, from: position) {
      let isCode =
        mark.hasAttributes || closed.contains(Array(bytes[mark.name]))
        || isAlone(bytes, mark.range)
      plain += bytes[position..<(isCode ? mark.range.lowerBound : mark.range.upperBound)]
      position = mark.range.upperBound
    }
    return plain + bytes[position...]
  }

  private struct Mark {
    let range: Range<Int>
    let name: Range<Int>
    let isEnd: Bool
    let hasAttributes: Bool
  }

  /// The next `[name]`, `[name key="value"]` or `[/name]`.
  private static func next(_ bytes: [UInt8], from start: Int) -> Mark? {
    var position = start
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "[")) {
      position = open + 1
      let isEnd = position < bytes.count && bytes[position] == UInt8(ascii: "/")
      let first = open + (isEnd ? 2 : 1)
      guard first < bytes.count else { return nil }
      let name = first..<(bytes[first...].firstIndex { !isName($0) } ?? bytes.count)
      let tail = bytes[name.upperBound...].prefix(400)
      guard !name.isEmpty, bytes[first] &- 97 < 26,
        let close = tail.firstIndex(of: UInt8(ascii: "]"))
      else { continue }
      let inside = tail[..<close]
      let hasAttributes = inside.first == 0x20 && inside.contains(UInt8(ascii: "="))
      guard inside.isEmpty || hasAttributes || inside.elementsEqual(" /".utf8) else { continue }
      return Mark(
        range: open..<close + 1, name: name, isEnd: isEnd, hasAttributes: hasAttributes)
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// Whether a mark is all that stands on its line.
  private static func isAlone(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let before = bytes[..<range.lowerBound].last { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d }
    let behind = bytes[range.upperBound...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d }
    return (before ?? 0x0a) == 0x0a && (behind ?? 0x0a) == 0x0a
  }
}
