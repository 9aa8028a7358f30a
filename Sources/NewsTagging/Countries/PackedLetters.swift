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

  /// At how many places two words of one length have different bytes.
  @inline(__always)
  func differences(from other: PackedLetters) -> Int {
    let marks = Self.marks(low ^ other.low) &+ Self.marks(high ^ other.high)
    return Int((marks &* Self.ones) >> 56)
  }

  /// A one in each byte that is not 0.
  @inline(__always)
  private static func marks(_ bytes: UInt64) -> UInt64 {
    let lowBits = 0x7F &* ones
    return (((bytes & lowBits) &+ lowBits | bytes) >> 7) & ones
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
}
