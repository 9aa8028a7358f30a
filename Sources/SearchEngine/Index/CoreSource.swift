/// One state of an index as one core reads it.
///
/// Used by one core at a time, within the read that it was made in.
package protocol CoreSource: AnyObject {
  var postings: any PostingSource { get }
  var chunks: any ChunkSource { get }

  /// Makes the calling thread the one that reads; no other may be reading.
  func claim()

  /// Told once there was a first query: it is likely that there are many.
  func expectMoreQueries() throws

  /// The count of stems that is stored; nil when none is.
  func stems() throws -> StemStatistics?
}

/// Another way to read the same index, by which another core takes part in a query.
package protocol OtherCore: AnyObject, Sendable {
  /// Runs `body` with a source that shows the same state as the first core's; with nil when it may
  /// not. What the source gives ends with the call.
  func read<R>(_ body: ((any CoreSource)?) throws -> R) throws -> R
}
