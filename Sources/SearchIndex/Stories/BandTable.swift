/// Things by a number that each says, gone through one after the other: who comes meets those before it that
/// say the same.
struct BandTable {
  private var heads: [Int32]
  private var nexts: [Int32]
  private var values: [UInt32]
  private let shift: UInt32

  /// - Parameter capacity: how many things there may be, numbered from 0.
  init(capacity: Int) {
    var bits: UInt32 = 4
    while 1 << bits < capacity { bits += 1 }
    heads = [Int32](repeating: -1, count: 1 << bits)
    nexts = [Int32](repeating: -1, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
    shift = 32 - bits
  }

  private func slot(_ value: UInt32) -> Int { Int((value &* 0x9E37_79B1) >> shift) }

  mutating func add(_ number: Int, _ value: UInt32) {
    let slot = slot(value)
    values[number] = value
    nexts[number] = heads[slot]
    heads[slot] = Int32(number)
  }

  /// The last one added that says this.
  func last(_ value: UInt32) -> Int? {
    var number = Int(heads[slot(value)])
    while number >= 0, values[number] != value { number = Int(nexts[number]) }
    return number >= 0 ? number : nil
  }

  /// Calls `receive` with those that say this, the last one first.
  func forEach(_ value: UInt32, _ receive: (Int) throws -> Void) rethrows {
    var number = Int(heads[slot(value)])
    while number >= 0 {
      if values[number] == value { try receive(number) }
      number = Int(nexts[number])
    }
  }
}
