/// Finds where the words of a phrase follow one another.
///
/// An occurrence of a phrase stands at its first word. The first slot's occurrences are narrowed
/// by those of each further one, which is not even looked up once nothing is left: a third word
/// costs next to nothing.
struct PhraseMatcher: SlotMatcher, ~Copyable {
  private var found = OccurrenceBuffer()
  private var other = OccurrenceBuffer()

  var matches: OccurrenceList { found.list }

  mutating func find(_ slots: [PhraseSlot], in row: Int64) throws -> Int64 {
    found.removeAll()
    for index in 0..<min(2, slots.count) {
      let next = try slots[index].walk.next(from: row)
      if next != row { return next }
    }
    try slots[0].walk.appendOccurrences(in: row, to: &found)
    found.move(back: slots[0].place)
    for index in 1..<slots.count where found.count > 0 {
      other.removeAll()
      try slots[index].walk.appendOccurrences(in: row, to: &other)
      found.keep(followedBy: other.list, after: slots[index].place)
    }
    return row
  }
}

/// Finds where words stand near each other, in any order (FTS5's NEAR).
///
/// A group is one word of each slot with at most `slop` tokens between its ends. There is one
/// occurrence for each place where a group begins.
struct NearMatcher: SlotMatcher, ~Copyable {
  /// The highest distance of a group's last word from its first.
  private let width: Occurrence
  /// Slot after slot.
  private var occurrences = OccurrenceBuffer()
  /// What the sweep has still to pass of each slot's occurrences.
  private let rest: UnsafeMutableBufferPointer<Range<Int>>
  private var found = OccurrenceBuffer()

  init(slots: Int, slop: Int) {
    precondition(slots > 0, "a phrase of no words")
    width = Occurrence(max(slop + 1, slots - 1))
    rest = .allocate(capacity: slots)
    rest.initialize(repeating: 0..<0)
  }

  deinit { rest.deallocate() }

  var matches: OccurrenceList { found.list }

  mutating func find(_ slots: [PhraseSlot], in row: Int64) throws -> Int64 {
    assert(slots.count == rest.count, "made for \(rest.count) words")
    found.removeAll()
    occurrences.removeAll()
    for index in slots.indices {
      let next = try slots[index].walk.next(from: row)
      if next != row { return next }
    }
    for index in slots.indices {
      let before = occurrences.count
      try slots[index].walk.appendOccurrences(in: row, to: &occurrences)
      guard occurrences.count > before else { return row }
      rest[index] = before..<occurrences.count
    }
    let (list, rest, width) = (occurrences.list, rest, width)
    found.append(room: list.count) { Self.sweep(list, rest, within: width, into: $0) }
    return row
  }

  /// Moves the hindmost slot on, again and again; a group counts where it is narrow enough.
  ///
  /// Columns are 2^32 apart, so no group spans two.
  private static func sweep(
    _ occurrences: OccurrenceList, _ rest: UnsafeMutableBufferPointer<Range<Int>>,
    within width: Occurrence, into target: UnsafeMutablePointer<Occurrence>
  ) -> Int {
    var (count, previous) = (0, Occurrence.min)
    while true {
      var (hindmost, first, last) = (0, Occurrence.max, Occurrence.min)
      for slot in rest.indices {
        let here = occurrences[rest[slot].lowerBound]
        hindmost = here < first ? slot : hindmost
        first = min(first, here)
        last = max(last, here)
      }
      target[count] = first
      let isNew = last &- first <= width && previous != first
      count &+= isNew ? 1 : 0
      previous = isNew ? first : previous
      let (next, end) = (rest[hindmost].lowerBound &+ 1, rest[hindmost].upperBound)
      if next == end { return count }
      rest[hindmost] = Range(uncheckedBounds: (next, end))
    }
  }
}

/// A way for words to stand together in an article.
protocol SlotMatcher: ~Copyable {
  /// The occurrences that ``find(_:in:)`` found, ascending; valid until it is called again.
  var matches: OccurrenceList { get }

  /// Looks at article `row`, which ascends from call to call.
  ///
  /// - Returns: `row`, or a later one that no article before it can match either.
  mutating func find(_ slots: [PhraseSlot], in row: Int64) throws -> Int64
}

/// One word of a phrase: where it stands, and the articles that hold it.
struct PhraseSlot {
  /// Words before it.
  let place: Int
  let walk: OccurrenceWalk
}
