/// How the head of a file says that it is Unicode, and in which form.
enum ByteOrderMark: Equatable {
  case utf8
  case utf16(isBigEndian: Bool)
  case utf32(isBigEndian: Bool)

  /// How many bytes are looked at.
  static let headSize = 64

  /// By the mark; without one by the zeros around the first signs of XML, a page or JSON, or around all
  /// letters of a text in Latin.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      self = .utf8
    } else if bytes.starts(with: [0xff, 0xfe, 0, 0]) {
      self = .utf32(isBigEndian: false)
    } else if bytes.starts(with: [0, 0, 0xfe, 0xff]) {
      self = .utf32(isBigEndian: true)
    } else if bytes.starts(with: [0xff, 0xfe]) {
      self = .utf16(isBigEndian: false)
    } else if bytes.starts(with: [0xfe, 0xff]) {
      self = .utf16(isBigEndian: true)
    } else if let form = Self.unmarked(bytes) ?? Self.latin(bytes) {
      self = form
    } else {
      return nil
    }
  }

  private static func unmarked(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteOrderMark? {
    guard bytes.count >= 4 else { return nil }
    let isSign = bytes.prefix(4).map { "<{[".utf8.contains($0) }
    let isZero = bytes.prefix(4).map { $0 == 0 }
    if isSign[0], isZero[1] {
      return isZero[2] && isZero[3]
        ? .utf32(isBigEndian: false) : isZero[3] ? .utf16(isBigEndian: false) : nil
    }
    if isZero[0], isZero[1], isZero[2], isSign[3] { return .utf32(isBigEndian: true) }
    return isZero[0] && isSign[1] && isZero[2] ? .utf16(isBigEndian: true) : nil
  }

  /// UTF-16 of a text whose letters are all below U+0100.
  private static func latin(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteOrderMark? {
    let count = min(bytes.count, headSize) & ~1
    guard count >= 16 else { return nil }
    for isBigEndian in [false, true] {
      let isText = stride(from: 0, to: count, by: 2).allSatisfy { place in
        let (low, high) = (
          bytes[place + (isBigEndian ? 1 : 0)], bytes[place + (isBigEndian ? 0 : 1)]
        )
        return high == 0 && (0x20...0x7e ~= low || low >= 0xa0 || [9, 10, 13].contains(low))
      }
      if isText { return .utf16(isBigEndian: isBigEndian) }
    }
    return nil
  }

  /// The text of bytes in this form, a mark at their start left out.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text: String
    switch self {
    case .utf8: text = String(decoding: bytes, as: UTF8.self)
    case .utf16(let isBigEndian):
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      text = String(decoding: units, as: UTF16.self)
    case .utf32(let isBigEndian):
      let units = stride(from: 0, to: bytes.count - 3, by: 4).map { index in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[index + (isBigEndian ? $1 : 3 - $1)]) }
      }
      text = String(decoding: units, as: UTF32.self)
    }
    return text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
