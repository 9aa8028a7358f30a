/// Values by 64-bit hash: open addressing, so that a look-up costs one cache line and no hashing.
///
/// The hashes are ``TokenHash`` values or mixes of them. Key 0 marks a free place, so the hash 0, which
/// a crafted name may have, counts as 1.
///
/// Inlinable, so that other modules have it for their own values.
package struct TokenTable<Value: Sendable>: Sendable {
  /// Key and value side by side; a free place has key 0.
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var key: UInt64 = 0
    @usableFromInline var value: Value?

    @inlinable
    init(key: UInt64 = 0, value: Value? = nil) {
      self.key = key
      self.value = value
    }
  }

  @usableFromInline var slots: [Slot]
  @usableFromInline package internal(set) var count = 0

  @inlinable
  package init(minimumCapacity: Int = 8) {
    let size = 1 << (Int.bitWidth - max(minimumCapacity * 2 - 1, 15).leadingZeroBitCount)
    slots = Array(filled: Slot(), count: size)
  }

  @inlinable
  package subscript(hash: UInt64) -> Value? {
    get {
      slots[position(of: max(hash, 1))].value
    }
    set {
      if count * 2 >= slots.count { grow() }
      let key = max(hash, 1)
      let position = position(of: key)
      if slots[position].key == 0 { count += 1 }
      slots[position] = Slot(key: key, value: newValue)
    }
  }

  /// Where `key` lies, or the free place where it would.
  ///
  /// At least half of all places are free, so the walk is short and ends.
  @inlinable @inline(__always)
  func position(of key: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      assert(slots.count & mask == 0 && count < slots.count, "a full table is searched for ever")
      var position = Int(truncatingIfNeeded: key ^ key >> 32) & mask
      while slots[position].key != key && slots[position].key != 0 {
        position = (position + 1) & mask
      }
      return position
    }
  }

  @inlinable
  mutating func grow() {
    var larger = TokenTable(minimumCapacity: slots.count)
    for slot in slots where slot.key != 0 { larger[slot.key] = slot.value }
    self = larger
  }
}
