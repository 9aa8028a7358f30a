/// An article on its way into the hits, with what later stages need of it.
package struct Candidate: Equatable {
  package var row: UInt32
  /// Sorts before `key`: 1 where the query's words stand as a phrase, else 0.
  var group: Int32
  /// Sorts within the group, higher first: the score, or the date.
  var key: Double
  package var score: Double
  /// Tokens of the title.
  var titleLength: Int32
  /// Tokens of title and body.
  var length: Int32
  /// What the key is of the score: less than 1 where age counts.
  package var factor = 1.0

  /// The one order of hits everywhere: group, key, then the lower id.
  ///
  /// Exact, so runs are equal.
  @inline(__always)
  static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.group != right.group { return left.group > right.group }
    if left.key != right.key { return left.key > right.key }
    return left.row < right.row
  }
}
