/// A set of token hashes that may say yes wrongly and never says no wrongly: what spares most
/// tokens a look-up in a larger table.
struct TokenFilter: Sendable {
  /// How many of a hash's low bits are asked for.
  static let bits = 14
  private var bits = [UInt64](filled: 0, count: 256)

  mutating func insert(_ hash: UInt64) {
    bits[Int(hash >> 6 & 255)] |= 1 << (hash & 63)
  }

  /// Inserts the tokens that are meant, without a jump for each, half of which would be unforeseen.
  @inline(__always)
  mutating func insert(_ tokens: [Token], where isMeant: (Token) -> Bool) {
    bits.withUnsafeMutableBufferPointer { bits in
      for token in tokens {
        bits[Int(token.hash >> 6 & 255)] |= (isMeant(token) ? 1 : 0) << (token.hash & 63)
      }
    }
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6 & 255)] & 1 << (hash & 63) != 0
  }
}

/// The same of some thousand tokens: 65,536 bits.
struct WideTokenFilter: Sendable {
  private var bits = [UInt64](filled: 0, count: 1024)

  mutating func insert(_ hash: UInt64) {
    bits[Int(hash >> 6 & 1023)] |= 1 << (hash & 63)
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6 & 1023)] & 1 << (hash & 63) != 0
  }
}
