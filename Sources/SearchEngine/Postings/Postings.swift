/// The articles that meet one query term, decoded: two lists side by side, never changed once built.
///
/// A class that owns plain memory, so that a window's part of a list is a pointer and a count.
final class Postings {
  /// Article ids, ascending.
  ///
  /// The writer hands ids out one by one, so 32 bits hold them.
  let rows: UnsafeBufferPointer<UInt32>
  /// The weighted frequency in the article of the same index; see ``FrequencyWeights``.
  let frequencies: UnsafePointer<Float>
  /// Articles that meet the query term, those not listed here included.
  let articles: Int
  /// Occurrences in all of them.
  let occurrences: Int
  /// False when these two numbers are known from elsewhere, or of no account.
  let isCounted: Bool
  /// The highest frequency in an article that is not listed, as far as these were looked at.
  private let highestElsewhere: Float
  private let buffer: PostingBuffer

  /// - Parameter articles: nil: those listed.
  init(
    _ buffer: consuming PostingBuffer, articles: Int? = nil, occurrences: Int,
    isCounted: Bool = true, highestElsewhere: Float = 0
  ) {
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

  /// The highest of the frequencies, those in articles that are not listed included where all were
  /// looked at.
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
