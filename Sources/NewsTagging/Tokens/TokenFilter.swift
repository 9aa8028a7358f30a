/// A set of token hashes that may say yes wrongly and never says no wrongly: what spares most
/// tokens a look-up in a larger table.
struct TokenFilter: Sendable {
  /// 16,384 bits.
  private var bits = [UInt64](repeating: 0, count: 256)

  mutating func insert(_ hash: UInt64) {
    bits[Int(hash >> 6 & 255)] |= 1 << (hash & 63)
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6 & 255)] & 1 << (hash & 63) != 0
  }
}
