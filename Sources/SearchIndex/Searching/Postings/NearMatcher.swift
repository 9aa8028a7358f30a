/// Finds where words stand near each other, in any order (FTS5's NEAR).
///
/// A group is one word of each slot with at most `slop` tokens between its ends. There is one
/// occurrence for each place where a group begins.
struct NearMatcher: SlotMatcher, ~Copyable {
  /// The highest distance of a group's last word from its first.
  private let width: Occurrence
  /// Slot after slot.
  private var occurrences = OccurrenceMemory()
  /// What the sweep has still to pass of each slot's occurrences.
  private var rest: [Range<Int>]
  private var found = OccurrenceMemory()

  init(slots: Int, slop: Int) {
    width = Occurrence(max(slop + 1, slots - 1))
    rest = Array(repeating: 0..<0, count: slots)
  }

  var matches: OccurrenceList { found.list }

  mutating func find(_ slots: [PhraseSlot], in row: Int64) throws -> Int64 {
    found.removeAll()
    occurrences.removeAll()
    for slot in slots {
      let next = try slot.walk.next(from: row)
      if next != row { return next }
    }
    for index in slots.indices {
      let before = occurrences.count
      try slots[index].walk.appendOccurrences(in: row, to: &occurrences)
      guard occurrences.count > before else { return row }
      rest[index] = before..<occurrences.count
    }
    sweep(occurrences.list)
    return row
  }

  /// Moves the hindmost slot on, again and again; a group counts where it is narrow enough.
  ///
  /// Columns are 2^32 apart, so no group spans two.
  private mutating func sweep(_ occurrences: OccurrenceList) {
    while true {
      var (hindmost, first, last) = (0, Occurrence.max, Occurrence.min)
      for slot in rest.indices {
        let here = occurrences[rest[slot].lowerBound]
        if here < first { (hindmost, first) = (slot, here) }
        last = max(last, here)
      }
      if last - first <= width, found.list.last != first { found.append(CollectionOfOne(first)) }
      rest[hindmost].removeFirst()
      if rest[hindmost].isEmpty { return }
    }
  }
}
