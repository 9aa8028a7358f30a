/// Eight bytes of a text, of which those before the first that is no ASCII letter are told apart all at once: the
/// length of a word foretells nothing of the next one's, so that a jump a letter would go wrong once a word.
struct LetterBlock {
  static let size = 8

  private let bytes: UInt64
  /// How many letters there are before the first other byte.
  let count: Int
  // Of each letter that is so the highest bit of its byte, the first letter's lowest.
  let smalls: UInt64
  let capitals: UInt64

  /// - Parameter at: with ``size`` bytes from there on.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) {
    assert(at >= 0 && at + Self.size <= text.count, "bytes behind the text")
    let read = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: at, as: UInt64.self)
    bytes = UInt64(littleEndian: read)
    let others = ~Self.letters(bytes) & Self.high
    count = others.trailingZeroBitCount >> 3
    let run = (others &- 1) & ~others & Self.high
    let small = bytes << 2
    (smalls, capitals) = (run & small, run & ~small)
  }

  /// ``TokenHash`` of a word that goes on with these letters and whose beginning has this hash.
  @inline(__always)
  func hash(after beginning: UInt64) -> UInt64 {
    var (hash, rest) = (beginning, bytes | 0x2020_2020_2020_2020)
    for at in 0..<Self.size {
      let mixed = TokenHash.mix(hash, UInt8(truncatingIfNeeded: rest))
      hash = at < count ? mixed : hash
      rest >>= 8
    }
    return hash
  }

  /// The highest bit of each byte that is a letter, and of no other.
  @inline(__always)
  private static func letters(_ bytes: UInt64) -> UInt64 {
    let small = (bytes | 0x2020_2020_2020_2020) & ~high
    // Plus 0x1F the letter a and what is behind it have the bit, plus 5 what is behind z.
    return (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505) & ~bytes
  }

  private static var high: UInt64 { 0x8080_8080_8080_8080 }
}
