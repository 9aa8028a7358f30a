internal import SearchModel

/// Builds a snippet's text from a stretch of an article: white space collapsed, highlights moved
/// along, ellipses where a sentence was cut.
struct SnippetText {
  private static let ellipsis = "…"

  private var bytes: [UInt8] = []
  private var highlights: [Range<Int>] = []

  /// - Parameter ranges: what to highlight, ascending, not overlapping; clipped to `passage`.
  static func snippet(
    of passage: Passage, in text: UnsafeBufferPointer<UInt8>, highlighting ranges: [Range<Int>]
  ) -> Snippet {
    var built = SnippetText()
    if passage.isCutAtStart { built.bytes += Array("\(ellipsis) ".utf8) }
    var position = passage.range.lowerBound
    for range in ranges.map({ $0.clamped(to: passage.range) }) where !range.isEmpty {
      built.append(text, position..<range.lowerBound)
      let start = built.bytes.count
      built.append(text, range)
      // A phrase that runs on behind the passage may be clipped in its white space.
      let end = built.bytes.count - (built.bytes.last == 0x20 ? 1 : 0)
      if start < end { built.highlights.append(start..<end) }
      position = range.upperBound
    }
    built.append(text, position..<passage.range.upperBound)
    if built.bytes.last == 0x20 { built.bytes.removeLast() }
    if passage.isCutAtEnd { built.bytes += Array(" \(ellipsis)".utf8) }
    return Snippet(
      text: String(decoding: built.bytes, as: UTF8.self), highlights: built.highlights)
  }

  /// Appends bytes, each run of white space as one space; none at the beginning.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let width = Self.spaceWidth(at: index, in: text) {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
        index += width
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
  }

  /// Bytes of the white space or control character at `index`; nil for all else.
  static func spaceWidth(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let byte = text[index]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte >= 0xC2, index + 1 < text.count else { return nil }
    let next = text[index + 1]
    if byte == 0xC2 { return next == 0xA0 || next == 0x85 ? 2 : nil }
    guard byte == 0xE2 || byte == 0xE3, index + 2 < text.count else { return nil }
    switch (byte, next, text[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): return 3
    case (0xE3, 0x80, 0x80): return 3
    default: return nil
    }
  }
}
