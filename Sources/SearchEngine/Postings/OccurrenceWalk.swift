package import FTS5Segments

/// A walk through a term's articles, ascending, that stops where it is asked to.
///
/// Holds no reference, so that a loop over several counts none: valid as long as the postings that
/// gave it.
package enum OccurrenceWalk {
  case segments(PostingWalk)
  case list(Unmanaged<ListPostings>)
  case union(Unmanaged<UnionPostings>)

  /// Passes every article below `row`; returns the first that is left, `Int64.max` at the end.
  ///
  /// It held the term once, and may have lost it since: then it has no occurrences.
  func next(from row: Int64) throws -> Int64 {
    switch self {
    case .segments(let walk): try walk.next(from: row)
    case .list(let list): list.takeUnretainedValue().next(from: row)
    case .union(let union): try union.takeUnretainedValue().next(from: row)
    }
  }

  /// Appends the term's occurrences in article `row`, ascending; passes every article before it.
  ///
  /// Asked once an article: a union passes that one too.
  func appendOccurrences(in row: Int64, to buffer: inout OccurrenceBuffer) throws {
    switch self {
    case .segments(let walk):
      guard try walk.next(from: row) == row, let positions = walk.positions(in: row) else {
        return
      }
      try buffer.append(room: positions.byteCount) { target throws(SegmentError) in
        try positions.decode(into: target, columns: SegmentPostings.columns)
      }
    case .list(let list):
      let list = list.takeUnretainedValue()
      if list.next(from: row) == row { buffer.append(list.occurrencesThere) }
    case .union(let union):
      try union.takeUnretainedValue().appendOccurrences(in: row, to: &buffer)
    }
  }
}
