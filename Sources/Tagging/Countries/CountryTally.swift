import IndexDefinition

/// A number for every country code, cheap to clear and to index.
struct CountryTally {
  private var values = [Float](repeating: 0, count: 26 * 26)

  subscript(code: UInt16) -> Float {
    get { values[Self.slot(code)] }
    set { values[Self.slot(code)] = newValue }
  }

  var total: Float { values.reduce(0, +) }

  /// Codes hold their first letter in the low byte.
  @inline(__always)
  private static func slot(_ code: UInt16) -> Int {
    let first = Int(code & 0xFF) &- 65
    let second = Int(code >> 8) &- 65
    return (first * 26 + second) % 676
  }
}
