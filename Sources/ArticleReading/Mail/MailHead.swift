/// The head of a mail mended, where a reader of mail would take the text for a part of it.
///
/// Source: RFC 5322, 2.1: an empty line parts head and text. Mail that was cut, pasted or written by hand lacks it,
/// or has lines in its head that are no fields. As Python's `email` does, the text begins with the first
/// line that is no field; a stray line among fields that everyone knows is passed over.
enum MailHead {
  /// The bytes as they should be; nil where they are.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let head = bytes.first(limit)
    if !head.holds("\n"), head.holds("\r") {
      let lines = bytes.map { $0 == 0x0d ? 0x0a : $0 }
      return lines.withUnsafeBufferPointer(mended) ?? lines
    }
    guard let place = textBegins(bytes) else { return nil }
    return Array(bytes[..<place]) + [0x0a] + bytes[place...]
  }

  /// A longer head is no mail's.
  private static let limit = 256 << 10

  /// Where a line is no field and none that is known follows in the head.
  private static func textBegins(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (position, place, count) = (0, Int?.none, 0)
    while position < min(bytes.count, limit) {
      let end = bytes[position...].firstIndex(of: 0x0a) ?? bytes.count
      let line = UnsafeBufferPointer(rebasing: bytes[position..<end])
      if line.isEmpty || line.count == 1 && line[0] == 0x0d { break }
      if isContinued(line) || count == 0 && isEnvelope(line) {
        // Belongs to the line before, or stands in front of the head.
      } else if !isField(line) {
        place = place ?? position
      } else if place != nil, isKnown(line) {
        place = nil
      }
      count += 1
      position = end + 1
    }
    return place
  }

  private static func isContinued(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line[0] == 0x20 || line[0] == 0x09
  }

  private static func isEnvelope(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.begins(with: "From ") || line.begins(with: ">From ")
  }

  /// A name and a colon, perhaps a blank between.
  private static func isField(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return false }
    let name = line[..<colon].prefix { $0 > 0x20 && $0 < 0x7f }
    return !name.isEmpty && line[name.endIndex..<colon].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func isKnown(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
    let word = String(decoding: name, as: UTF8.self).lowercased()
    return known.contains(word) || word.hasPrefix("x-") || word.hasPrefix("content-")
  }

  private static let known: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "message-id", "received",
    "return-path", "in-reply-to", "references", "mime-version", "newsgroups", "path",
    "delivered-to",
  ]
}
