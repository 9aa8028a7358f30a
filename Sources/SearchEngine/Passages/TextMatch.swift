/// A place in a text that matches a clause of a pattern.
package struct TextMatch: Sendable, Hashable {
  /// UTF-8 bytes, half-open: of a phrase, from its first token to its last.
  package var range: Range<Int>
  /// Number of the clause in ``MatchPattern/clauses``.
  package var clause: Int

  package init(range: Range<Int>, clause: Int) {
    self.range = range
    self.clause = clause
  }
}
