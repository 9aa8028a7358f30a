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
    let cursors = try segments.map { try TermCursor(segment: $0, from: first, pages: pages) }
    while let term = Self.lowestTerm(cursors), term.starts(with: prefix) {
      let goOn = try term.withUnsafeBytes {
        try body(UnsafeRawBufferPointer(rebasing: $0.dropFirst(Self.mainIndex.count)))
      }
      guard goOn else { return }
      for cursor in cursors where cursor.term == term { try cursor.step() }
    }
  }

  /// Nil when every cursor is at its end.
  private static func lowestTerm(_ cursors: [TermCursor]) -> [UInt8]? {
    cursors.lazy.filter { !$0.isAtEnd }.map(\.term).min { $0.lexicographicallyPrecedes($1) }
  }
}
