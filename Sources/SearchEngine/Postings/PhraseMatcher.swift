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
