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

/// The articles that hold one of several terms, as a phrase's slot may allow: the terms are walked
/// together, the one at the lowest article first.
package final class UnionPostings: WalkedPostings {
  private struct Head {
    /// Where the walk stands; `Int64.max` at its end.
    var row: Int64
    let walk: OccurrenceWalk
  }

  private let parts: [any TermPostings]
  /// A heap: none stands at a lower article than the one at half its index.
  ///
  /// Plain memory, which an article costs a dozen looks into.
  private let heads: UnsafeMutableBufferPointer<Head>

  /// - Parameter parts: At least one, none walked yet.
  init(_ parts: [any TermPostings]) throws {
    precondition(!parts.isEmpty, "a union of nothing")
    self.parts = parts
    let heads = try parts.map { Head(row: try $0.walk.next(from: 0), walk: $0.walk) }
    self.heads = .allocate(capacity: heads.count)
    _ = self.heads.initialize(from: heads.sorted { $0.row < $1.row })
  }

  deinit { heads.deallocate() }

  package func pageCount() throws -> Int { try parts.reduce(0) { try $0 + $1.pageCount() } }

  package var walk: OccurrenceWalk { .union(Unmanaged.passUnretained(self)) }

  /// Passes every article below `row`; returns the first that is left, `Int64.max` at the end.
  func next(from row: Int64) throws -> Int64 {
    while heads[0].row < row { try moveFirst(to: row) }
    return heads[0].row
  }

  /// Appends the occurrences of all terms in article `row`, ascending, and passes it.
  func appendOccurrences(in row: Int64, to buffer: inout OccurrenceBuffer) throws {
    let before = buffer.count
    guard try next(from: row) == row else { return }
    var terms = 0
    while heads[0].row == row {
      try heads[0].walk.appendOccurrences(in: row, to: &buffer)
      try moveFirst(to: row + 1)
      terms += 1
    }
    if terms > 1 { buffer.sort(from: before) }
  }

  private func moveFirst(to row: Int64) throws {
    var head = heads[0]
    head.row = try head.walk.next(from: row)
    var at = 0
    while true {
      var child = 2 * at + 1
      guard child < heads.count else { break }
      if child + 1 < heads.count, heads[child + 1].row < heads[child].row { child += 1 }
      guard heads[child].row < head.row else { break }
      heads[at] = heads[child]
      at = child
    }
    heads[at] = head
  }
}
