/// Where the reader gets an FTS5 table's bytes: the rows of `%_data` and `%_idx`.
///
/// The reader has no connection of its own; whoever has one answers these two questions within
/// one read transaction.
package protocol SegmentPages: AnyObject {
  /// The blob `block` of `%_data` row `id`, passed to `body` and valid during the call only; nil
  /// when there is no such row.
  func withBlock<R>(_ id: Int64, _ body: (UnsafeRawBufferPointer?) throws -> R) throws -> R

  /// `SELECT pgno FROM %_idx WHERE segid = segment AND term <= term ORDER BY term DESC LIMIT 1`;
  /// nil when no row is that low. The low bit tells of a doclist index.
  func pageNumber(segment: Int, term: UnsafeRawBufferPointer) throws -> Int64?
}
