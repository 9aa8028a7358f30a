/// One segment: a sorted run of terms and their doclists, on the leaf pages `firstPage...lastPage`.
struct Segment: Sendable, Equatable {
  var id: Int
  var firstPage: Int
  var lastPage: Int
}

/// The structure record: which segments make up the index, newest first.
///
/// The record (`fts5_index.c`, "Structure Records") is a 32-bit configuration cookie, then varints:
/// the number of levels, of segments and of writes, then for each level the number of segments
/// that a running merge reads, the number of all its segments, and for each of them, oldest first,
/// its id and its first and last leaf page. Level 0 is the newest. FTS5 3.43 puts `FF 00 00 01`
/// after the cookie when the table has `contentless_delete`; its deletions lie in hash pages that
/// this reader does not know.
struct SegmentList: Sendable, Equatable {
  /// Newest first, so that of two postings with one rowid the first found is the valid one.
  private(set) var segments: [Segment] = []

  private static let versionTwo: [UInt8] = [0xFF, 0, 0, 1]
  /// `FTS5_MAX_SEGMENT`.
  private static let maximumCount = 2000
  private static let maximumPage = Int(Int32.max)

  init(record: PageBytes) throws {
    guard record.count >= 7 else { throw SegmentError.corrupt("structure record is cut short") }
    var decoder = RecordDecoder(record, at: 4, name: "structure record")
    guard decoder.peek(4) != Self.versionTwo else {
      throw SegmentError.unsupported("structure version 2 (contentless_delete)")
    }
    let levels = try decoder.integer(in: 0...Self.maximumCount)
    let total = try decoder.integer(in: 0...Self.maximumCount)
    _ = try decoder.varint()
    for _ in 0..<levels { try readLevel(&decoder) }
    guard segments.count == total else {
      throw SegmentError.corrupt("structure record lists \(segments.count) segments, not \(total)")
    }
    segments.removeAll { $0.firstPage == 0 }
  }

  private mutating func readLevel(_ decoder: inout RecordDecoder) throws {
    _ = try decoder.integer(in: 0...Self.maximumCount)
    let count = try decoder.integer(in: 0...Self.maximumCount)
    var level: [Segment] = []
    for _ in 0..<count { level.append(try Self.readSegment(&decoder)) }
    segments += level.reversed()
  }

  /// A segment whose pages a running merge has used up has 0 as its first and last page.
  private static func readSegment(_ decoder: inout RecordDecoder) throws -> Segment {
    let id = try decoder.integer(in: 1...0xFFFF)
    let first = try decoder.integer(in: 0...maximumPage)
    return Segment(
      id: id, firstPage: first, lastPage: try decoder.integer(in: first...maximumPage))
  }
}
