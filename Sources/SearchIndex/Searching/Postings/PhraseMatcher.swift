/// Finds where several terms stand together in one article.
///
/// An occurrence of a phrase stands at its first term. Without `slop` the terms follow one another
/// in order. With it they stand in any order, at most `slop` tokens between the first and the last
/// of them (FTS5's NEAR), one occurrence for each place where such a group begins.
struct PhraseMatcher {
  private let slop: Int?
  /// Each slot's place in its list, kept from article to article to allocate nothing.
  private var at: [Int]

  init(slotCount: Int, slop: Int?) {
    self.slop = slop
    at = [Int](repeating: 0, count: slotCount)
  }

  /// Appends the matches in an article, ascending.
  ///
  /// - Parameter slots: each slot's occurrences in the article, ascending.
  mutating func appendMatches(of slots: [[Occurrence]], to found: inout [Occurrence]) {
    if slots.contains(where: \.isEmpty) { return }
    for slot in at.indices { at[slot] = 0 }
    if let slop {
      appendNear(slots, within: max(slop + 1, slots.count - 1), to: &found)
    } else {
      for start in slots[0] where follow(start, slots) { found.append(start) }
    }
  }

  /// True when every later slot has an occurrence at its distance from `start`; starts ascend.
  private mutating func follow(_ start: Occurrence, _ slots: [[Occurrence]]) -> Bool {
    for slot in 1..<slots.count {
      let wanted = start + Occurrence(slot)
      while at[slot] < slots[slot].count, slots[slot][at[slot]] < wanted { at[slot] += 1 }
      guard at[slot] < slots[slot].count, slots[slot][at[slot]] == wanted else { return false }
    }
    return true
  }

  /// Sweeps one pointer a slot, always moving the hindmost; a group counts where it is narrow
  /// enough.
  ///
  /// Columns are 2^32 apart, so no group spans two.
  private mutating func appendNear(
    _ slots: [[Occurrence]], within width: Int, to found: inout [Occurrence]
  ) {
    while true {
      var hindmost = 0
      var last = slots[0][at[0]]
      for slot in slots.indices {
        let here = slots[slot][at[slot]]
        last = max(last, here)
        if here < slots[hindmost][at[hindmost]] { hindmost = slot }
      }
      let first = slots[hindmost][at[hindmost]]
      if last - first <= Occurrence(width), found.last != first { found.append(first) }
      at[hindmost] += 1
      if at[hindmost] == slots[hindmost].count { return }
    }
  }
}
