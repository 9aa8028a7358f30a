/// Fingerprints that may be the gazetteer's; all others are none of it.
///
/// Most words are in no name. This tells ten in eleven of them by one look into 128 kB, where the gazetteer's two
/// miss the cache.
///
/// Unchecked Sendable: made once, never freed, and never written again.
struct FingerprintFilter: @unchecked Sendable {
  /// The binary logarithm of the number of bits.
  private static let size: UInt32 = 20

  private let words: UnsafePointer<UInt64>

  init(_ fingerprints: UnsafeBufferPointer<UInt32>) {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << (Self.size - 6))
    words.initialize(repeating: 0, count: 1 << (Self.size - 6))
    for fingerprint in fingerprints {
      words[Self.word(of: fingerprint)] |= 1 << UInt64(fingerprint & 63)
    }
    self.words = UnsafePointer(words)
  }

  @inline(__always)
  func mayContain(_ fingerprint: UInt32) -> Bool {
    words[Self.word(of: fingerprint)] & 1 << UInt64(fingerprint & 63) != 0
  }

  @inline(__always)
  private static func word(of fingerprint: UInt32) -> Int {
    Int(fingerprint >> 6 & (1 << (size - 6) - 1))
  }
}
