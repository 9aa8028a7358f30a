/// The trained weights of the linear-chain CRF, read where they lie.
///
/// Format, little-endian: `WSPM`, the row bits of ``PersonFeatures`` as UInt32, the weight of one
/// step as Float, 4 bytes of padding; 25 Floats of transitions (from × to); padding up to byte 128; then
/// 4 bytes a row, the steps of `begin`, `inside`, `place` and `organisation` as Int8. `outside`
/// weighs 0. A feature's row is taken from its hash: unlike features may share one.
package final class PersonModel: @unchecked Sendable {
  package static let magic: UInt32 = 0x4D50_5357
  package static let headerSize = 128

  /// Never written and never freed, which makes sharing it safe.
  private let rows: UnsafePointer<UInt32>
  package let rowBits: Int
  private let step: Float
  /// From each label, in the lanes to each.
  let transitions: [SIMD8<Float>]
  /// From each label, in the lanes, to the first one.
  let transitionsToOutside: SIMD8<Float>
  /// The exponentials of ``transitions``; forbidden ones are 0.
  let factors: [SIMD8<Float>]
  /// ``factors`` transposed: into each label, in the lanes from each.
  let factorsInto: [SIMD8<Float>]

  /// Nil when the bytes are no model; they must outlive it and be 4-byte aligned.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > Self.headerSize, let base = bytes.baseAddress,
      bytes.loadUnaligned(as: UInt32.self) == Self.magic
    else { return nil }
    let bits = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    guard bits < 30,
      bytes.count == Self.headerSize + 4 * PersonFeatures.rowCount(rowBits: bits)
    else { return nil }
    rowBits = bits
    step = bytes.loadUnaligned(fromByteOffset: 8, as: Float.self)
    transitions = Self.lanes { from, to in
      bytes.loadUnaligned(fromByteOffset: 16 + 4 * (from * PersonLabel.count + to), as: Float.self)
    }
    var toOutside = SIMD8<Float>.zero
    for from in 0..<PersonLabel.count { toOutside[from] = transitions[from][0] }
    transitionsToOutside = toOutside
    let factors = transitions.map { weights in
      ChainMath.exponential(weights).replacing(with: 0, where: weights .< -50)
    }
    self.factors = factors
    factorsInto = Self.lanes { to, from in factors[from][to] }
    assert(UInt(bitPattern: base) & 3 == 0, "a model that is not aligned to 4 bytes")
    rows = (base + Self.headerSize).assumingMemoryBound(to: UInt32.self)
  }

  /// One vector a label, filled up with 0.
  private static func lanes(_ value: (Int, Int) -> Float) -> [SIMD8<Float>] {
    (0..<PersonLabel.count).map { row in
      var lanes = SIMD8<Float>.zero
      for column in 0..<PersonLabel.count { lanes[column] = value(row, column) }
      return lanes
    }
  }

  /// The summed weights of a word's features for the four labels other than `outside`.
  ///
  /// Steps are summed in 16-bit lanes, two features at once and two labels to a word of each, raised by 128 so
  /// that none is negative: right for up to 257 features, an even number of them.
  @inline(__always)
  func emission(_ features: UnsafePointer<UInt32>, _ count: Int) -> SIMD4<Float> {
    assert(count <= 257, "16 bits do not hold the sum of \(count) features")
    assert(count.isMultiple(of: 2), "a feature without another beside it")
    var even: UInt64 = 0
    var odd: UInt64 = 0
    var feature = 0
    while feature < count {
      let both = row(features[feature]) << 32 | row(features[feature + 1])
      let raised = both ^ 0x8080_8080_8080_8080
      even &+= raised & 0x00FF_00FF_00FF_00FF
      odd &+= raised >> 8 & 0x00FF_00FF_00FF_00FF
      feature &+= 2
    }
    (even, odd) = (even &+ even >> 32, odd &+ odd >> 32)
    let sums = SIMD4<Int32>(
      Int32(even & 0xFFFF), Int32(odd & 0xFFFF), Int32(even >> 16 & 0xFFFF),
      Int32(odd >> 16 & 0xFFFF))
    return SIMD4<Float>(sums &- Int32(128 * count)) * step
  }

  @inline(__always)
  private func row(_ feature: UInt32) -> UInt64 {
    assert(Int(feature) < PersonFeatures.rowCount(rowBits: rowBits), "a row beyond the model")
    return UInt64(rows[Int(feature)])
  }
}
