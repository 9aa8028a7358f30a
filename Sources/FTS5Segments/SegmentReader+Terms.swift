extension SegmentReader {
  /// Calls `body` with every term that begins with `prefix` and is not below `start`, ascending by
  /// its bytes, until `body` answers false.
  ///
  /// The bytes are valid during the call only. A term whose rows were all deleted since may still
  /// be among them; ``postings(for:)`` tells.
  public func forEachTerm(
    prefix: [UInt8] = [], from start: [UInt8] = [],
    _ body: (UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    let prefix = Self.mainIndex + prefix
    let start = Self.mainIndex + start
    let first = prefix.lexicographicallyPrecedes(start) ? start : prefix
    var cursors = try TermCursors(segments, from: first, pages: pages)
    while let term = cursors.lowest, term.starts(with: prefix) {
      let bytes = UnsafeRawBufferPointer(rebasing: term.dropFirst(Self.mainIndex.count))
      guard try body(bytes) else { return }
      try cursors.step()
    }
  }

  /// Calls `body` with the place among `terms`, which ascend by their bytes, and the postings of each
  /// that a segment has.
  ///
  /// Terms that stand side by side cost a look at the page that is there, not a way through the index
  /// each: for the thousands of terms that begin with a letter.
  package func forEachPostings(
    of terms: [String], _ body: (Int, PostingCursor) throws -> Void
  ) throws {
    guard let first = terms.first else { return }
    var cursors = try TermCursors(segments, from: Self.mainIndex + first.utf8, pages: pages)
    for (place, term) in terms.enumerated() {
      let key = Self.mainIndex + term.utf8
      let postings = try key.withUnsafeBytes { try cursors.postings(for: $0) }
      if let postings { try body(place, postings) }
    }
  }
}
