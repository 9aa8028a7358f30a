/// FNV-1a, 64 bits: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm"
/// (IETF draft-eastlake-fnv).
///
/// For tables and for telling changed from unchanged; never proof that two texts are equal. Bytes are
/// hashed by `reduce(FNV1a.seed, FNV1a.mix)`: a generic function of ours for it would be called once
/// more for every byte, since it is not specialized in other modules.
package enum FNV1a {
  /// The hash of nothing.
  @inlinable
  package static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// One more byte.
  @inlinable @inline(__always)
  package static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
