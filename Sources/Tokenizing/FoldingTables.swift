internal import IndexData

/// What `unicode61 remove_diacritics 2` makes of each code point, as `Unicode61.h` lays it out.
struct FoldingTables {
  /// What a code point is to the tokenizer.
  enum Folding {
    case separator
    /// Kept out of the folded form inside a token; a separator before one.
    case dropped
    case folded(UInt32)
  }

  /// Bytes of the longest folded character.
  static let maximumWidth = 4

  /// The folded form of an ASCII byte; 0 for separators and bytes from 0x80.
  let ascii = wsearch_unicode61_ascii()
  private let index = wsearch_unicode61_index()
  private let entries = wsearch_unicode61_entries()

  @inline(__always)
  func folding(of codePoint: UInt32) -> Folding {
    guard codePoint < WSEARCH_UNICODE61_LIMIT else { return .folded(codePoint) }
    let block = Int(index[Int(codePoint >> UInt32(WSEARCH_UNICODE61_SHIFT))])
    let place = Int(codePoint & (1 << UInt32(WSEARCH_UNICODE61_SHIFT) - 1))
    assert(block >= 0, "a block before the table")
    switch entries[block << Int(WSEARCH_UNICODE61_SHIFT) | place] {
    case WSEARCH_UNICODE61_SEPARATOR: return .separator
    case WSEARCH_UNICODE61_DROPPED: return .dropped
    case let distance:
      return .folded(UInt32(truncatingIfNeeded: Int32(bitPattern: codePoint) &+ distance))
    }
  }
}
