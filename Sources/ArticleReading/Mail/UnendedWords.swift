/// Words in a mail's head that begin as encoded ones do and have no end (RFC 2047: `=?utf-8?q?…?=`).
///
/// GMime looks for the end of each up to the field's end: a field of 2 MB made of them took minutes.
enum UnendedWords {
  /// The bytes with such words as plain ones, where a field has very many; nil where none has.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var (mended, position) = ([UInt8](), 0)
    while let mark = bytes.place(of: "=?", from: position) {
      let field = field(of: mark, in: bytes)
      let marks = unended(in: field, of: bytes)
      position = max(field.upperBound, mark + 2)
      guard marks.count > limit, isNamed(field, in: bytes) else { continue }
      if mended.isEmpty { mended = Array(bytes) }
      for mark in marks { mended[mark + 1] = 0x20 }
    }
    return mended.isEmpty ? nil : mended
  }

  /// So many cost nothing.
  private static let limit = 64

  /// The line of a place, with those that go on behind it.
  private static func field(
    of place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var start = place
    while start > 0, !isEnd(start - 1, in: bytes) { start -= 1 }
    var end = place
    while end < bytes.count, !isEnd(end, in: bytes) { end += 1 }
    return start..<end
  }

  /// The end of a line that does not go on in the next.
  private static func isEnd(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[place] == 0x0a else { return false }
    return place + 1 == bytes.count || bytes[place + 1] != 0x20 && bytes[place + 1] != 0x09
  }

  /// Where words begin behind which nothing in the field is an end.
  private static func unended(in field: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var marks: [Int] = []
    for place in field.dropLast().reversed() {
      if bytes[place] == UInt8(ascii: "?"), bytes[place + 1] == UInt8(ascii: "=") { break }
      if bytes[place] == UInt8(ascii: "="), bytes[place + 1] == UInt8(ascii: "?") {
        marks.append(place)
      }
    }
    return marks
  }

  /// `Subject: …`, no text that happens to have such signs.
  private static func isNamed(_ field: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = bytes[field].prefix { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") }
    return !name.isEmpty && name.endIndex < field.upperBound
      && bytes[name.endIndex] == UInt8(ascii: ":")
  }
}
