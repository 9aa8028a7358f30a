/// Numbers by 64-bit hash: open addressing with linear probing, for the tokens of a few texts.
///
/// The hashes are spread already, so their low bits serve as they are. A hash of 0 is taken for 1.
struct PrehashedMap {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var count = 0

  /// `capacity`: a power of two; small, since a process of one query pays for each page it touches.
  init(capacity: Int = 1 << 11) {
    hashes = [UInt64](repeating: 0, count: capacity)
    numbers = [Int32](repeating: 0, count: capacity)
  }

  /// The number stored for `hash`; nil when there is none.
  subscript(hash: UInt64) -> Int32? {
    get {
      let slot = slot(of: max(hash, 1))
      return hashes[slot] == 0 ? nil : numbers[slot]
    }
    set {
      guard let newValue else { return }
      if count * 2 >= hashes.count { grow() }
      let slot = slot(of: max(hash, 1))
      count += hashes[slot] == 0 ? 1 : 0
      hashes[slot] = max(hash, 1)
      numbers[slot] = newValue
    }
  }

  /// Where the hash is, or would be.
  private func slot(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(hashes, numbers)
    self = PrehashedMap(capacity: hashes.count * 2)
    for (hash, number) in old where hash != 0 { self[hash] = number }
  }
}
