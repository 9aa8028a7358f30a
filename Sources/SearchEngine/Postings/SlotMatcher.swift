/// A way for words to stand together in an article.
protocol SlotMatcher: ~Copyable {
  /// The occurrences that ``find(_:in:)`` found, ascending; valid until it is called again.
  var matches: OccurrenceList { get }

  /// Looks at article `row`, which ascends from call to call.
  ///
  /// - Returns: `row`, or a later one that no article before it can match either.
  mutating func find(_ slots: [PhraseSlot], in row: Int64) throws -> Int64
}
