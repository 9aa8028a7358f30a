/// The articles that hold one query term, decoded: a list of ids and, side by side with it, one of how
/// frequent the term is in each.
///
/// Nothing changes once it is built. It owns the memory of both lists, so that a window's part of them is no more than a pointer and a count
/// (``Rows``), valid as long as this object. Where a query needs only some of the articles, only these
/// are listed, and the others counted.
final class Postings {
  /// Article ids, ascending; 32 bits hold them, since the writer hands them out one by one.
  let rows: UnsafeBufferPointer<UInt32>
  /// The term's weighted frequency (``FrequencyWeights``) in the article at the same index of ``rows``.
  let frequencies: UnsafePointer<Float>
  /// Articles that hold the term, listed or not.
  let articles: Int
  /// Occurrences in all of them.
  let occurrences: Int
  /// True when these two numbers were counted while reading; false when they come from an earlier query
  /// (``TermCounts``), or are not needed.
  let isCounted: Bool
  /// The highest frequency among the articles that were counted without being listed.
  private let highestElsewhere: Float
  private let buffer: PostingBuffer

  /// - Parameter articles: nil: those listed.
  init(
    _ buffer: consuming PostingBuffer, articles: Int? = nil, occurrences: Int,
    isCounted: Bool = true, highestElsewhere: Float = 0
  ) {
    assert(Rows(start: buffer.rows, count: buffer.count).isAscending, "rows ascend")
    self.highestElsewhere = highestElsewhere
    self.articles = articles ?? buffer.count
    rows = UnsafeBufferPointer(start: buffer.rows, count: buffer.count)
    frequencies = UnsafePointer(buffer.frequencies)
    self.occurrences = occurrences
    self.isCounted = isCounted
    self.buffer = buffer
  }

  /// Articles listed.
  var count: Int { rows.count }

  /// The highest frequency in any article that was read, listed or only counted.
  var highestFrequency: Float {
    // Floats above zero are ordered as their bits are, which are compared several at a time.
    var highest = highestElsewhere.bitPattern
    for index in 0..<count { highest = max(highest, frequencies[index].bitPattern) }
    return Float(bitPattern: highest)
  }

  /// The index of the first article at or after `row`.
  func lowerBound(_ row: UInt32) -> Int { rows.lowerBound(row) }

  /// The weighted frequency in article `row`; 0 when it is not there.
  func frequency(in row: UInt32) -> Float {
    let index = rows.lowerBound(row)
    return index < rows.count && rows[index] == row ? frequencies[index] : 0
  }
}
