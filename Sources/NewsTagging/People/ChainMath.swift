/// Arithmetic that needs no C library and gives the same bits everywhere.
package enum ChainMath {
  /// e^x to seven digits for x of -87 to 88: 2^k times a polynomial (Cephes' expf).
  ///
  /// Smaller x count as -87.
  @inline(__always)
  package static func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
    let x = x.replacing(with: -87, where: x .< -87)
    // Adding 1.5 * 2^23 leaves the nearest integer in the low bits.
    let magic: Float = 12_582_912
    let shifted = x * 1.442_695 + magic
    let k = shifted - magic
    let r = x - k * 0.693_359_375 + k * 2.121_944_4e-4
    var p = SIMD8<Float>(repeating: 1.987_569_2e-4)
    p = p * r + 1.398_199_9e-3
    p = p * r + 8.333_452e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 1.666_666_5e-1
    p = p * r + 0.5
    p = p * r * r + r + 1
    let exponents = (unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &+ 127) &<< 23
    return p * unsafeBitCast(exponents, to: SIMD8<Float>.self)
  }
}
