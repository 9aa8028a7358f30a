/// Where the reader gets an FTS5 table's bytes: the rows of `%_data` and `%_idx`.
///
/// The reader has no connection of its own; whoever has one answers these three questions, all
/// within one read transaction for the life of a ``SegmentReader``. Only committed data is read:
/// what FTS5 still holds in memory for an open write transaction is not in these tables.
public protocol SegmentPages: AnyObject {
  /// Fills `page` with the blob `block` of `%_data` row `id`; false when there is no such row.
  ///
  /// A long doclist asks for ids that follow one another.
  func read(_ id: Int64, into page: PageBytes) throws -> Bool

  /// Called when one that read pages is done: whatever was kept at the ready for the next page may
  /// go.
  func rest()

  /// `SELECT pgno FROM %_idx WHERE segid = segment AND term <= term ORDER BY term DESC LIMIT 1`;
  /// nil when no row is that low. The low bit tells of a doclist index.
  func pageNumber(segment: Int, atOrBefore term: UnsafeRawBufferPointer) throws -> Int64?

  /// `SELECT pgno FROM %_idx WHERE segid = segment AND term > term ORDER BY term LIMIT 1`; nil
  /// when no row is that high. Leads from page to page through the vocabulary, past the pages that
  /// hold nothing but postings.
  func pageNumber(segment: Int, after term: UnsafeRawBufferPointer) throws -> Int64?
}
