/// Articles by what a band of their sketch says, gone through one after the other: who comes meets those
/// before it that say the same.
struct BandTable {
  private var heads: [Int32]
  private var nexts: [Int32]
  private var values: [UInt32]
  private let shift: UInt32

  /// - Parameter capacity: how many articles there may be, numbered from 0.
  init(capacity: Int) {
    var bits: UInt32 = 4
    while 1 << bits < capacity { bits += 1 }
    heads = [Int32](repeating: -1, count: 1 << bits)
    nexts = [Int32](repeating: -1, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
    shift = 32 - bits
  }

  private func slot(_ value: UInt32) -> Int { Int((value &* 0x9E37_79B1) >> shift) }

  /// Forgets all, for another band.
  mutating func removeAll() {
    for slot in heads.indices { heads[slot] = -1 }
  }

  mutating func add(_ number: Int, _ value: UInt32) {
    let slot = slot(value)
    values[number] = value
    nexts[number] = heads[slot]
    heads[slot] = Int32(number)
  }

  /// Calls `receive` with those that say this.
  func forEach(_ value: UInt32, _ receive: (Int) throws -> Void) rethrows {
    var number = Int(heads[slot(value)])
    while number >= 0 {
      if values[number] == value { try receive(number) }
      number = Int(nexts[number])
    }
  }
}

/// Which of some things are one, found pair by pair.
struct Unions {
  private var parents: [Int] = []

  mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  /// What stands for all that are one with a thing.
  mutating func root(of thing: Int) -> Int {
    var thing = thing
    while parents[thing] != thing {
      parents[thing] = parents[parents[thing]]
      thing = parents[thing]
    }
    return thing
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (left, right) = (root(of: one), root(of: other))
    if left != right { parents[max(left, right)] = min(left, right) }
  }
}
