/// One word of a phrase: where it stands, and the articles that hold it.
struct PhraseSlot {
  /// Words before it.
  let place: Int
  let walk: OccurrenceWalk
}
