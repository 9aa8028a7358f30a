/// Walks the postings of one term in ascending order of rowid, over all segments.
///
/// Of postings with the same rowid the newest segment's is the valid one, and an empty one there
/// means that the row no longer has the term. Rowids from `Int64.min` to `Int64.max - 1` are seen.
///
/// A cursor is used up once; ask ``SegmentReader/postings(for:)`` for another to start over.
@usableFromInline
package final class PostingCursor {
  /// Newest first, none at its end when the cursor is made.
  @usableFromInline let sources: [DoclistCursor]

  init(_ sources: [DoclistCursor]) {
    self.sources = sources
  }

  /// Calls `body` with rowid and positions of every posting below `end` that earlier calls have not
  /// given, in ascending order of rowid.
  ///
  /// The position list is valid during the call only. Nothing is allocated for a posting.
  ///
  /// - Throws: ``SegmentError/corrupt(_:)``, the pages' own errors, and what `body` throws.
  @inlinable @inline(__always)
  package func forEachPosting(
    below end: Int64, _ body: (Int64, PositionList) throws -> Void
  ) throws {
    if sources.count == 1 { return try sources[0].forEach(below: end, body) }
    while let run = try nextRun(below: end) {
      try run.source.forEach(below: run.end, body)
    }
  }

  /// The newest of the sources with the lowest rowid, and how far it may run alone.
  ///
  /// Segments mostly hold rowids of different times, so that runs are long and merging costs next
  /// to nothing. A row that several sources hold is left to the newest, by moving the others on.
  @usableFromInline
  func nextRun(below end: Int64) throws -> (source: DoclistCursor, end: Int64)? {
    var lowest: DoclistCursor?
    var runEnd = end
    for source in sources where source.rowid < runEnd {
      guard let best = lowest else {
        lowest = source
        continue
      }
      if source.rowid == best.rowid {
        try source.step()
        runEnd = min(runEnd, source.rowid)
      } else if source.rowid < best.rowid {
        runEnd = min(runEnd, best.rowid)
        lowest = source
      } else {
        runEnd = source.rowid
      }
    }
    return lowest.map { ($0, runEnd) }
  }

  /// Passes every posting with a rowid below `target`, by doclist indexes where there are any.
  package func skip(to target: Int64) throws {
    for source in sources { try source.skip(to: target) }
  }

  /// Counts the rows that are left and passes them.
  package func count() throws -> Int {
    var count = 0
    try forEachPosting(below: .max) { _, _ in count += 1 }
    return count
  }
}
