/// A stretch of a text chosen for a snippet.
struct Passage: Equatable {
  /// UTF-8 bytes, half-open, at character borders.
  var range: Range<Int>
  /// The passage begins, or ends, inside a sentence.
  var isCutAtStart: Bool
  var isCutAtEnd: Bool
}
