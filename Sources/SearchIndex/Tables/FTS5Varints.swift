/// SQLite's variable-length integers, as `article_fts_docsize.sz` holds one a column.
///
/// Seven bits a byte, most significant first, the high bit set on all but the last. Counts stay
/// far below the nine-byte form.
struct FTS5Varints: IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> UInt32? {
    guard position < bytes.count else { return nil }
    var value: UInt32 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      value = value << 7 | UInt32(byte & 0x7F)
      if byte & 0x80 == 0 { break }
    }
    return value
  }
}
