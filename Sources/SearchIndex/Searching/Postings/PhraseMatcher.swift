/// Finds where several terms stand together in one article.
///
/// An occurrence of a phrase stands at its first term. Without `slop` the terms follow one another
/// in order. With it they stand in any order, at most `slop` tokens between the first and the last
/// of them (FTS5's NEAR), one occurrence for each place where such a group begins.
enum PhraseMatcher {
  /// `slots`: each slot's occurrences in the article, ascending.
  ///
  /// The result ascends too.
  static func matches(_ slots: [[Occurrence]], slop: Int?) -> [Occurrence] {
    if slots.contains(where: \.isEmpty) { return [] }
    guard let slop else { return matchesInOrder(slots) }
    return matchesNear(slots, within: max(slop + 1, slots.count - 1))
  }

  /// Keeps the starts that every later slot follows, by one sweep over two lists a slot.
  private static func matchesInOrder(_ slots: [[Occurrence]]) -> [Occurrence] {
    var starts = slots[0]
    for (distance, list) in slots.enumerated().dropFirst() where !starts.isEmpty {
      var at = 0
      starts.removeAll { start in
        let wanted = start + Occurrence(distance)
        while at < list.count, list[at] < wanted { at += 1 }
        return at == list.count || list[at] != wanted
      }
    }
    return starts
  }

  /// Sweeps one pointer a slot, always moving the hindmost; a group counts where it is narrow
  /// enough.
  ///
  /// Columns are 2^32 apart, so no group spans two.
  private static func matchesNear(_ slots: [[Occurrence]], within width: Int) -> [Occurrence] {
    var starts: [Occurrence] = []
    var at = [Int](repeating: 0, count: slots.count)
    while true {
      let here = slots.indices.map { slots[$0][at[$0]] }
      guard let first = here.min(), let last = here.max(),
        let hindmost = here.firstIndex(of: first)
      else { return starts }
      if last - first <= Occurrence(width), starts.last != first { starts.append(first) }
      at[hindmost] += 1
      if at[hindmost] == slots[hindmost].count { return starts }
    }
  }
}
