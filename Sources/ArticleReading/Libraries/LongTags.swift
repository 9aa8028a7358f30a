/// Start tags of XML with more attributes than anyone writes: libxml2 compares each of a tag with all before it.
enum LongTags {
  /// The bytes with blanks for what follows the first attributes of such a tag; nil where there is none.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    // Of UTF-16 only half of the bytes are signs.
    guard !bytes.prefix(4).contains(0) else { return nil }
    var (mended, start) = ([UInt8](), bytes.place(of: "<", from: 0))
    while let tag = start {
      let next = bytes.place(of: "<", from: tag + 1)
      start = next
      let part = tag..<(next ?? bytes.count)
      guard part.count > shortest, let surplus = surplus(bytes, in: part) else { continue }
      if mended.isEmpty { mended = Array(bytes) }
      for place in surplus { mended[place] = 0x20 }
    }
    return mended.isEmpty ? nil : mended
  }

  /// Tags of so many bytes cost nothing.
  private static let shortest = 4096
  /// As many as pages may have (``MarkupReader``).
  private static let most = 256

  /// From behind the first attributes of the tag that a part begins with to its end, which stays.
  private static func surplus(
    _ bytes: UnsafeBufferPointer<UInt8>, in part: Range<Int>
  ) -> Range<Int>? {
    var (count, quote, cut) = (0, UInt8(0), Int?.none)
    for place in part {
      let byte = bytes[place]
      if quote != 0 {
        guard byte == quote else { continue }
        quote = 0
        count += 1
        if count == most { cut = place + 1 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        let end = bytes[place - 1] == UInt8(ascii: "/") ? place - 1 : place
        return cut.map { $0..<max($0, end) }
      }
    }
    return nil
  }
}
