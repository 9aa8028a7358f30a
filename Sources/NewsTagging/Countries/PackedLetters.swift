/// Sixteen letters of ASCII or fewer in two numbers, so that words are compared at all places at once.
struct PackedLetters {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// - Parameter word: counts in lower case; what is behind its sixteenth byte is left out.
  @inline(__always)
  init(_ word: some Collection<UInt8>) {
    var shift: UInt64 = 0
    for letter in word.prefix(16) {
      let bits = UInt64(letter | 0x20) << (shift & 63)
      if shift < 64 { low |= bits } else { high |= bits }
      shift += 8
    }
  }

  /// Whether two words of one length have different bytes at so many places at most.
  @inline(__always)
  func differs(from other: PackedLetters, atMost most: Int) -> Bool {
    // Most words differ enough in their first half.
    let first = Self.others(low ^ other.low)
    return first <= most && first &+ Self.others(high ^ other.high) <= most
  }

  /// How many bytes are not 0.
  @inline(__always)
  private static func others(_ bytes: UInt64) -> Int {
    let lowBits = 0x7F &* ones
    let marks = (((bytes & lowBits) &+ lowBits | bytes) >> 7) & ones
    return Int((marks &* ones) >> 56)
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
}
