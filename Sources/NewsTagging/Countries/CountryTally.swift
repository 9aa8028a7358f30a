internal import ArticleModel

/// A number for every country code; one without any numbers costs nothing.
struct CountryTally {
  private static let size = 26 * 26

  private var values: [Float] = []
  /// A bit a slot that was set.
  private var slots = SIMD16<UInt64>()

  subscript(code: UInt16) -> Float {
    get { values.isEmpty ? 0 : values[Self.slot(code)] }
    set {
      if values.isEmpty { values = Array(filled: 0, count: Self.size) }
      let slot = Self.slot(code)
      values[slot] = newValue
      slots[slot / 64] |= 1 << UInt64(slot % 64)
    }
  }

  var total: Float {
    var total: Float = 0
    for index in slots.indices {
      var rest = slots[index]
      while rest != 0 {
        total += values[index * 64 + rest.trailingZeroBitCount]
        rest &= rest - 1
      }
    }
    return total
  }

  /// Codes hold their first letter in the low byte.
  @inline(__always)
  private static func slot(_ code: UInt16) -> Int {
    let first = Int(code & 0xFF) &- 65
    let second = Int(code >> 8) &- 65
    return (first * 26 + second) % size
  }
}
