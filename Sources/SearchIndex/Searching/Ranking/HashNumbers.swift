/// Numbers by 64-bit hash: open addressing with linear probing, for the tokens of a few texts.
///
/// The hashes are spread already, so their low bits serve as they are. A hash of 0 is taken for 1.
struct HashNumbers {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var count = 0

  init(capacity: Int = 4096) {
    hashes = [UInt64](repeating: 0, count: capacity)
    numbers = [Int32](repeating: 0, count: capacity)
  }

  /// The number stored for `hash`; what `make` gives is stored when there is none.
  mutating func number(for hash: UInt64, make: () -> Int32) -> Int32 {
    let hash = max(hash, 1)
    var slot = slot(of: hash)
    if hashes[slot] == hash { return numbers[slot] }
    let number = make()
    if count * 2 >= hashes.count {
      grow()
      slot = self.slot(of: hash)
    }
    hashes[slot] = hash
    numbers[slot] = number
    count += 1
    return number
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
    self = HashNumbers(capacity: hashes.count * 2)
    for (hash, number) in old where hash != 0 {
      _ = self.number(for: hash) { number }
    }
  }
}
