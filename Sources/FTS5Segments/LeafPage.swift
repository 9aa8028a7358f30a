/// One leaf page of a segment, loaded page after page into the same memory.
///
/// A leaf (`fts5_index.c`, "PAGE FORMAT") is a header of two 16-bit big-endian offsets, then terms
/// and doclists, then a footer. The header gives the offset of the first rowid that precedes the
/// page's first term (0: none) and that of the footer. The footer gives the offset of each term
/// that starts on the page, each as a varint less the one before.
final class LeafPage {
  static let headerSize = 4

  let segment: Segment
  let pages: any SegmentPages
  let bytes = PageBytes()
  private(set) var number = 0
  /// Where terms and doclists end and the footer starts.
  private(set) var bodyEnd = 0
  /// Offset of the first rowid before the first term; 0 when there is none.
  private(set) var firstRowid = 0
  /// Offset of the first term; 0 when no term starts on the page.
  private(set) var firstTerm = 0

  init(segment: Segment, of pages: any SegmentPages) {
    self.segment = segment
    self.pages = pages
  }

  /// The same page with bytes of its own.
  init(copying other: LeafPage) {
    (segment, pages) = (other.segment, other.pages)
    (number, bodyEnd) = (other.number, other.bodyEnd)
    (firstRowid, firstTerm) = (other.firstRowid, other.firstTerm)
    bytes.fill(from: other.bytes.bytes(in: 0..<other.bytes.count))
  }

  deinit { pages.rest() }

  /// Where the doclist that began on an earlier page ends, if not further on.
  var continuedEnd: Int { firstTerm == 0 ? bodyEnd : firstTerm }

  func load(_ number: Int) throws {
    self.number = number
    guard try pages.read(RecordID.leaf(segment: segment.id, page: number), into: bytes) else {
      throw corrupt("is missing")
    }
    guard bytes.count >= Self.headerSize else { throw corrupt("is cut short") }
    firstRowid = offset(at: 0)
    bodyEnd = offset(at: 2)
    guard bodyEnd >= Self.headerSize, bodyEnd <= bytes.count else {
      throw corrupt("has its footer at \(bodyEnd) of \(bytes.count)")
    }
    firstTerm = try readFirstTerm()
    guard firstRowid == 0 || (Self.headerSize..<continuedEnd).contains(firstRowid) else {
      throw corrupt("has its first rowid at \(firstRowid)")
    }
  }

  func corrupt(_ what: String) -> SegmentError {
    .corrupt("page \(number) of segment \(segment.id) \(what)")
  }

  private func offset(at index: Int) -> Int {
    assert(index + 2 <= bytes.count, "the header is cut short")
    return Int(UInt16(bigEndian: bytes.base.load(fromByteOffset: index, as: UInt16.self)))
  }

  private func readFirstTerm() throws -> Int {
    guard bodyEnd < bytes.count else { return 0 }
    var footer = bodyEnd
    let offset = UnsafeRawPointer(bytes.base).varint(at: &footer)
    guard footer <= bytes.count, offset >= UInt64(Self.headerSize), offset < UInt64(bodyEnd) else {
      throw corrupt("has its first term at \(offset)")
    }
    return Int(offset)
  }
}
