/// A ``PostingCursor`` as a loop over several terms needs it: row by row, each term passing what
/// another one does not have.
///
/// No more than a pointer into the cursor, so that the loop counts no references.
package struct PostingWalk {
  let sources: UnsafeMutablePointer<DoclistCursor>
  let count: Int

  /// Passes every posting below `target`; returns the lowest rowid that is left, `Int64.max` at the
  /// end.
  ///
  /// The row may have lost the term in a newer segment: ``positions(in:)`` tells.
  ///
  /// - Throws: ``SegmentError/corrupt(_:)`` and the pages' own errors; the cursor is used up then.
  package func next(from target: Int64) throws -> Int64 {
    var lowest = DoclistCursor.end
    for source in 0..<count {
      if sources[source].rowid < target { try sources[source].skip(to: target) }
      lowest = min(lowest, sources[source].rowid)
    }
    return lowest
  }

  /// The positions in the row that ``next(from:)`` has just given; nil when it lost the term.
  ///
  /// Valid until the cursor moves.
  package func positions(in rowid: Int64) -> PositionList? {
    assert(
      (0..<count).allSatisfy { sources[$0].rowid >= rowid }, "row \(rowid) has been passed")
    for source in 0..<count where sources[source].rowid == rowid {
      let list = sources[source].list
      return list.byteCount > 0 ? list : nil
    }
    return nil
  }
}
