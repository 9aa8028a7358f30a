/// Values by 64-bit hash: open addressing, so that a look-up costs one cache line and no hashing.
///
/// The hashes are ``TokenHash`` values or mixes of them; 0 is not a possible key.
package struct TokenTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  package private(set) var count = 0

  package init(minimumCapacity: Int = 8) {
    let size = 1 << (Int.bitWidth - max(minimumCapacity * 2 - 1, 15).leadingZeroBitCount)
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
  }

  package subscript(hash: UInt64) -> Value? {
    get {
      let slot = slot(of: hash)
      return keys[slot] == 0 ? nil : values[slot]
    }
    set {
      precondition(newValue != nil && hash != 0)
      if count * 2 >= keys.count { grow() }
      let slot = slot(of: hash)
      if keys[slot] == 0 { count += 1 }
      keys[slot] = hash
      values[slot] = newValue
    }
  }

  /// Where `hash` lies, or the free place where it would.
  ///
  /// At least half of all places are free, so the walk is short and ends.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while keys[slot] != hash && keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = TokenTable(minimumCapacity: keys.count)
    for (key, value) in zip(keys, values) where key != 0 { larger[key] = value }
    self = larger
  }
}
