/// The articles that meet one leaf, decoded.
struct Postings {
  /// Article ids, ascending.
  ///
  /// The writer hands ids out one by one, so 32 bits hold them.
  var rows: [UInt32] = []
  /// The weighted frequency in the article of the same index; see ``BM25/frequency(_:isTyped:)``.
  var frequencies: [Float] = []
  /// Occurrences in all articles.
  var occurrences = 0

  /// Articles.
  var count: Int { rows.count }

  /// The index of the first article at or after `row`.
  func lowerBound(_ row: UInt32) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The weighted frequency in article `row`; 0 when it is not there.
  func frequency(in row: UInt32) -> Float {
    let index = lowerBound(row)
    return index < rows.count && rows[index] == row ? frequencies[index] : 0
  }
}
