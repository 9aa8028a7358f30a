/// Reads an FTS5 table's postings from its own records, without asking FTS5.
///
/// Made anew for each read transaction: it holds the list of segments of that moment. Not for use
/// from several threads at once. <doc:Format> describes the format.
///
///     let reader = try SegmentReader(pages: pages, columns: 3, version: 4)
///     guard let cursor = try reader.postings(for: Array("harbour".utf8)) else { return }
///     try cursor.forEachPosting(below: .max) { rowid, positions in
///       print(rowid, positions.frequencies.total)
///     }
public final class SegmentReader {
  /// The `version` in `%_config` that this reader knows: FTS5's since 2015.
  ///
  /// FTS5 3.42 sets 5 once `secure-delete` has rewritten pages in place.
  public static let knownVersion = 4

  /// How much the index holds.
  public let averages: Averages
  /// Number of columns of the table, unindexed ones included.
  public let columns: Int
  let pages: any SegmentPages
  let segments: [Segment]

  /// Reads structure and averages.
  ///
  /// - Parameters:
  ///   - pages: The table's rows.
  ///   - columns: The table's number of columns.
  ///   - version: `SELECT v FROM %_config WHERE k = 'version'`.
  /// - Throws: ``SegmentError/unsupported(_:)`` for a format that only FTS5 itself can read,
  ///   ``SegmentError/corrupt(_:)``, and the pages' own errors. The table must have `detail=full`,
  ///   which its records do not tell.
  public init(pages: some SegmentPages, columns: Int, version: Int) throws {
    guard version == Self.knownVersion else {
      throw SegmentError.unsupported("version \(version)")
    }
    self.pages = pages
    self.columns = columns
    defer { pages.rest() }
    let record = PageBytes()
    guard try pages.read(RecordID.structure, into: record) else {
      throw SegmentError.corrupt("structure record is missing")
    }
    segments = try SegmentList(record: record).segments
    guard try pages.read(RecordID.averages, into: record) else {
      throw SegmentError.corrupt("averages record is missing")
    }
    averages = try Averages(record: record, columns: columns)
  }

  /// A cursor at the first posting of `term`, bytes as the tokenizer gives them; nil when no
  /// segment has it.
  ///
  /// A term whose rows were all deleted since may still have a cursor, one without postings.
  public func postings(for term: some Collection<UInt8>) throws -> PostingCursor? {
    let key = Self.mainIndex + term
    let cursor = PostingCursor(capacity: segments.count)
    try key.withUnsafeBytes { key in
      for segment in segments {
        if let source = try doclist(of: key, in: segment) { cursor.append(source) }
      }
    }
    return cursor.sourceCount == 0 ? nil : cursor
  }

  /// Every term of the main index is stored with this byte before it (`FTS5_MAIN_PREFIX`); those
  /// of prefix indexes have 1, 2, ….
  static let mainIndex = [UInt8(ascii: "0")]

  private func doclist(
    of key: UnsafeRawBufferPointer, in segment: Segment
  ) throws -> DoclistCursor? {
    assert(key.first == Self.mainIndex[0], "a term without its prefix byte")
    let page = LeafPage(segment: segment, of: pages)
    let entry = try pages.pageNumber(segment: segment.id, atOrBefore: key) ?? 0
    let number = try segment.page(ofEntry: entry)
    try page.load(number)
    guard let term = try page.find(key) else { return nil }
    return try DoclistCursor(page: page, term: term, hasIndex: page.isIndexed(by: entry))
  }
}
