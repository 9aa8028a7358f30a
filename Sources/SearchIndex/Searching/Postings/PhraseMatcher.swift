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
    if slots.contains(where: { $0.isEmpty }) { return }
    if let slop {
      for slot in at.indices { at[slot] = 0 }
      appendNear(slots, within: max(slop + 1, slots.count - 1), to: &found)
    } else {
      let first = found.count
      found += slots[0]
      for slot in 1..<slots.count { found.keep(from: first, followedBy: slots[slot], after: slot) }
    }
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

extension [Occurrence] {
  /// Of the elements from `first` on keeps those that have an element of `list` at `distance`
  /// behind; both ascend.
  fileprivate mutating func keep(
    from first: Int, followedBy list: [Occurrence], after distance: Int
  ) {
    var (kept, at) = (first, 0)
    withUnsafeMutableBufferPointer { starts in
      list.withUnsafeBufferPointer { list in
        for index in first..<starts.count {
          let wanted = starts[index] &+ Occurrence(distance)
          while at < list.count, list[at] < wanted { at &+= 1 }
          if at == list.count { return }
          starts[kept] = starts[index]
          kept &+= list[at] == wanted ? 1 : 0
        }
      }
    }
    removeLast(count - kept)
  }
}
