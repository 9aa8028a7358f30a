/// Masks by ``TokenHash``, of so few kinds that a word and the number of its mask fit 64 bits.
///
/// Asked for nearly every word of a text, of which some are in it and others not as it comes: nearly all are told
/// by two places that are looked at without a jump, which would go wrong every other time.
struct MaskTable: Sendable {
  /// A hash's upper 48 bits, and the position of its mask in the others; 0 for a free place.
  private var slots: [UInt64]
  /// The different masks; no word has the first.
  private var masks: [UInt64] = [0]

  private static let positionBits: UInt64 = 16

  init(_ words: [UInt64: UInt64]) {
    let size = 1 << (Int.bitWidth - max(words.count * 2, 8).leadingZeroBitCount + 1)
    slots = Array(repeating: 0, count: size)
    for (hash, mask) in words.sorted(by: { $0.key < $1.key }) { add(hash, mask) }
  }

  private mutating func add(_ hash: UInt64, _ mask: UInt64) {
    let position = masks.firstIndex(of: mask) ?? masks.count
    if position == masks.count { masks.append(mask) }
    precondition(position < 1 << Self.positionBits, "more masks than are counted in 16 bits")
    var slot = slot(of: hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hash & ~(1 << Self.positionBits - 1) | UInt64(position)
  }

  /// 0 for a word that is not in the table.
  @inline(__always)
  subscript(hash: UInt64) -> UInt64 {
    slots.withUnsafeBufferPointer { slots in
      let slot = slot(of: hash)
      let (first, second) = (slots[slot], slots[(slot + 1) & (slots.count - 1)])
      var found = first & Self.mask(hash, first) | second & Self.mask(hash, second)
      // Both places are taken, by others.
      if min(first, second) > found { found = beyond(slot + 2, hash) }
      return masks[Int(found & (1 << Self.positionBits - 1))]
    }
  }

  @inline(never)
  private func beyond(_ start: Int, _ hash: UInt64) -> UInt64 {
    var slot = start & (slots.count - 1)
    while slots[slot] != 0, !Self.isOf(hash, slots[slot]) { slot = (slot + 1) & (slots.count - 1) }
    return slots[slot]
  }

  /// All ones where an entry is the hash's, else 0.
  @inline(__always)
  private static func mask(_ hash: UInt64, _ entry: UInt64) -> UInt64 {
    0 &- (((hash ^ entry) >> positionBits &- 1) >> 63)
  }

  private static func isOf(_ hash: UInt64, _ entry: UInt64) -> Bool {
    (hash ^ entry) >> positionBits == 0
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }
}
