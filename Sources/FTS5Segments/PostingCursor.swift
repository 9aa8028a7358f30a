/// Walks the postings of one term in ascending order of rowid, over all segments.
///
/// Of postings with the same rowid the newest segment's is the valid one, and an empty one there
/// means that the row no longer has the term. Rowids from `Int64.min` to `Int64.max - 1` are seen.
///
/// A cursor is used up once; ask ``SegmentReader/postings(for:)`` for another to start over. It is
/// used up, too, once it has thrown.
public final class PostingCursor {
  /// One for each segment that has the term, newest first.
  @usableFromInline let sources: UnsafeMutablePointer<DoclistCursor>
  @usableFromInline private(set) var sourceCount = 0
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    sources = .allocate(capacity: capacity)
  }

  deinit {
    sources.deinitialize(count: sourceCount)
    sources.deallocate()
  }

  func append(_ source: consuming DoclistCursor) {
    precondition(sourceCount < capacity, "a cursor for \(capacity) segments has no room for more")
    (sources + sourceCount).initialize(to: source)
    sourceCount += 1
  }

  /// For walking several terms together; valid as long as the cursor.
  package var walk: PostingWalk { PostingWalk(sources: sources, count: sourceCount) }

  /// Calls `body` with rowid and positions of every posting below `end` that earlier calls have not
  /// given, in ascending order of rowid.
  ///
  /// The position list is valid during the call only. Nothing is allocated for a posting.
  ///
  /// - Throws: ``SegmentError/corrupt(_:)``, the pages' own errors, and what `body` throws.
  @inlinable @inline(__always)
  public func forEachPosting(
    below end: Int64, _ body: (Int64, PositionList) throws -> Void
  ) throws {
    while let run = try nextRun(below: end) {
      try sources[run.source].forEach(below: run.end, body)
    }
  }

  /// The newest of the sources with the lowest rowid, and how far it may run alone.
  ///
  /// Segments mostly hold rowids of different times, so that runs are long and merging costs next
  /// to nothing. A row that several sources hold is left to the newest, by moving the others on.
  @usableFromInline
  func nextRun(below end: Int64) throws -> (source: Int, end: Int64)? {
    var lowest: Int?
    var lowestRowid = end
    var runEnd = end
    for source in 0..<sourceCount {
      if lowest != nil, sources[source].rowid == lowestRowid { try sources[source].step() }
      let rowid = sources[source].rowid
      if rowid < lowestRowid {
        runEnd = lowestRowid
        lowestRowid = rowid
        lowest = source
      } else {
        runEnd = min(runEnd, rowid)
      }
    }
    assert(lowest == nil || lowestRowid < runEnd, "a run has its first row at least")
    return lowest.map { ($0, runEnd) }
  }

  /// Passes every posting with a rowid below `target`, by doclist indexes where there are any.
  public func skip(to target: Int64) throws {
    for source in 0..<sourceCount { try sources[source].skip(to: target) }
  }

  /// The leaf pages that the term's postings fill, as far as doclist indexes tell: one a segment
  /// where there is none.
  package func pageCount() throws -> Int {
    var count = 0
    for source in 0..<sourceCount { count += try sources[source].pageCount() }
    return count
  }

  /// Counts the rows that are left and the occurrences in them, and passes them.
  public func count() throws -> (rows: Int, occurrences: Int) {
    var rows = 0
    var occurrences = 0
    try forEachPosting(below: .max) { _, list in
      rows += 1
      occurrences += list.frequencies.total
    }
    return (rows, occurrences)
  }
}
