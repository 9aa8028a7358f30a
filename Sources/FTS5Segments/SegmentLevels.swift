/// The structure record with its levels, so that segments can be laid out for the next merge.
///
/// FTS5 merges what stands on one level, whatever its size: a large old segment and a few small new ones
/// alike. Laid out anew, the newest stand on level 0 and every older one on a level of its own, in the
/// order of their age, which is all that FTS5 asks for.
package struct SegmentLevels: Sendable, Equatable {
  /// An older segment is at least so many times larger than all newer ones together.
  private static let ratio = 3
  /// `FTS5_MAX_LEVEL`.
  private static let maximumCount = 64

  private let cookie: [UInt8]
  private let writes: UInt64
  /// The newest first.
  private let segments: [Segment]
  /// Whether a merge has begun and is not done.
  package let isMerging: Bool

  /// Nil for a record of another kind.
  package init?(record: [UInt8]) {
    var reader = Reader(bytes: record, at: 4)
    guard record.count >= 7, !record[4...].starts(with: [0xFF, 0, 0, 1]),
      let levels = reader.next(), let total = reader.next(), let writes = reader.next(),
      levels <= Self.maximumCount, total <= 2000
    else { return nil }
    var segments: [Segment] = []
    var merging: UInt64 = 0
    for _ in 0..<levels {
      guard let open = reader.next(), let level = reader.level() else { return nil }
      merging += open
      segments += level.reversed()
    }
    guard segments.count == total, reader.at == record.count else { return nil }
    cookie = Array(record[..<4])
    self.writes = writes
    self.segments = segments
    isMerging = merging > 0
  }

  package var count: Int { segments.count }

  /// How many of the newest segments to merge, so that a few are left however many there were, and
  /// each posting is written anew a few times only; 0: none.
  package var countToMerge: Int {
    var found = 0
    var newer = 0
    for (position, segment) in segments.enumerated() {
      if position > 0, segment.pages < Self.ratio * newer { found = position + 1 }
      newer += segment.pages
    }
    return found
  }

  /// The record with the `count` newest on level 0 and each other on a level above.
  ///
  /// Nil while a merge is going on, and when there are more levels than FTS5 has.
  package func record(mergingNewest count: Int) -> [UInt8]? {
    let older = segments.dropFirst(count)
    guard !isMerging, count <= segments.count, older.count + 2 <= Self.maximumCount
    else { return nil }
    // Level 1 is left for what level 0 becomes.
    let levels = [Array(segments.prefix(count).reversed()), []] + older.map { [$0] }
    var numbers = [UInt64(levels.count), UInt64(segments.count), writes]
    for level in levels {
      numbers += [0, UInt64(level.count)]
      numbers += level.flatMap { [$0.id, $0.firstPage, $0.lastPage].map(UInt64.init) }
    }
    return cookie + numbers.flatMap(Self.varint)
  }

  private static func varint(_ number: UInt64) -> [UInt8] {
    assert(number < 1 << 56, "\(number) has a ninth byte")
    var bytes = [UInt8(number & 0x7F)]
    var rest = number >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }

  private struct Reader {
    let bytes: [UInt8]
    var at: Int

    /// Nil at the end, and for a number that no structure has.
    mutating func next() -> UInt64? {
      var number: UInt64 = 0
      for _ in 0..<8 {
        guard at < bytes.count else { return nil }
        number = number << 7 | UInt64(bytes[at] & 0x7F)
        at += 1
        if bytes[at - 1] < 0x80 { return number }
      }
      return nil
    }

    /// The segments of a level, the oldest first.
    mutating func level() -> [Segment]? {
      guard let count = next(), count <= 2000 else { return nil }
      var level: [Segment] = []
      for _ in 0..<count {
        guard let id = next(), let first = next(), let last = next(), id <= 0xFFFF,
          first <= last, last <= Int32.max
        else { return nil }
        level.append(Segment(id: Int(id), firstPage: Int(first), lastPage: Int(last)))
      }
      return level
    }
  }
}

extension Segment {
  /// Leaf pages.
  fileprivate var pages: Int { lastPage - firstPage + 1 }
}
