internal import OperatingSystem

/// The terms that a run has met, by hash, so that each is stemmed once; shared by all threads.
final class KnownTerms: Sendable {
  private let hashes = Guarded(TermHashSet(capacity: 1 << 16))
  /// Beyond this many the set starts anew, and terms are stemmed a second time to no effect.
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Adds `candidates` and returns the places of those that are new.
  func insert(_ candidates: [UInt64]) -> [Int] {
    hashes.withLock { hashes in
      if hashes.count + candidates.count > limit { hashes.removeAll() }
      return candidates.indices.filter { hashes.insert(candidates[$0]) }
    }
  }
}

/// A set of 64-bit hashes in one flat array: eight bytes a slot, probed linearly.
struct TermHashSet {
  private var slots: [UInt64]
  private(set) var count = 0

  /// `capacity` slots, a power of two.
  init(capacity: Int = 1 << 12) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0, "\(capacity) is no power of two")
    slots = Array(repeating: 0, count: capacity)
  }

  /// True when `hash` was not yet there.
  mutating func insert(_ hash: UInt64) -> Bool {
    if count * 4 >= slots.count * 3 { grow() }
    return place(max(hash, 1))
  }

  mutating func removeAll() {
    slots = Array(repeating: 0, count: slots.count)
    count = 0
  }

  private mutating func place(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    // Knuth's multiplicative hashing: FNV-1a leaves the bits of short terms too alike.
    var slot = Int(truncatingIfNeeded: (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    count = 0
    for hash in old where hash != 0 { _ = place(hash) }
  }
}
