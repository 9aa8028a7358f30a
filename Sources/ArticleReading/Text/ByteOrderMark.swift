/// The mark at the head of a file that says how its text is encoded.
enum ByteOrderMark: Equatable {
  case utf8
  case utf16(isBigEndian: Bool)

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      self = .utf8
    } else if bytes.starts(with: [0xff, 0xfe]) {
      self = .utf16(isBigEndian: false)
    } else if bytes.starts(with: [0xfe, 0xff]) {
      self = .utf16(isBigEndian: true)
    } else {
      return nil
    }
  }
}
