/// How often each of 256 bits was set: the counts' digits to the base of two, the lowest first.
struct BitCounts {
  typealias Bits = SIMD4<UInt64>

  private var digits: (Bits, Bits, Bits, Bits) = (.zero, .zero, .zero, .zero)

  @inline(__always)
  mutating func add(_ bits: Bits) {
    var carry = bits
    (digits.0, carry) = (digits.0 ^ carry, digits.0 & carry)
    (digits.1, carry) = (digits.1 ^ carry, digits.1 & carry)
    (digits.2, carry) = (digits.2 ^ carry, digits.2 & carry)
    digits.3 ^= carry
  }

  /// The bits that were set so often.
  @inline(__always)
  func atLeast(_ count: Int) -> Bits {
    // From the highest digit on: larger already, or the same so far.
    var (larger, same) = (Bits.zero, Bits(repeating: ~0))
    @inline(__always)
    func compare(_ digit: Bits, _ place: Int) {
      let wanted = Bits(repeating: count >> place & 1 == 0 ? 0 : ~0)
      larger |= same & digit & ~wanted
      same &= ~(digit ^ wanted)
    }
    compare(digits.3, 3)
    compare(digits.2, 2)
    compare(digits.1, 1)
    compare(digits.0, 0)
    return larger | same
  }

  /// How often one bit was set.
  @inline(__always)
  subscript(lane: Int, bit: Int) -> Int {
    @inline(__always)
    func digit(_ bits: Bits) -> Int { Int(bits[lane] >> UInt64(bit) & 1) }
    return digit(digits.0) + 2 * digit(digits.1) + 4 * digit(digits.2) + 8 * digit(digits.3)
  }
}
