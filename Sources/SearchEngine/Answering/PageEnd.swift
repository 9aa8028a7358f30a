internal import SearchModel

/// Where a page of hits ended, so that the next one can begin there: what a `Cursor` says.
///
/// It holds the index as the first page saw it (``FrozenStatistics``), so that articles that come meanwhile
/// change neither the set nor the scores, and tells the hits shown from those to come: by the place
/// of the last one in the order of scores or dates; and, among the hits that the third stage ranks by
/// each other's words, by their ids. An article that is changed meanwhile counts as it is now.
struct PageEnd: Sendable, Equatable {
  /// Sorts as ``Candidate`` does.
  struct Place: Equatable {
    var group: Int32
    var key: Double
    var row: UInt32
  }

  /// Of the request that the page answers; see ``SearchRequest/fingerprint``.
  var fingerprint: UInt64
  var frozen: FrozenStatistics
  /// Hits shown so far.
  var count: Int
  /// Hits shown of those that the third stage ranks, ascending.
  var ranked: [UInt32]
  /// The last hit shown; nil while it is among those that the third stage ranks.
  var last: Place?
}
