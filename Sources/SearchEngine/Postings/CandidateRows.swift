/// The articles among which a phrase is looked for.
struct CandidateRows {
  private let rows: [UInt32]?
  /// The first article that is not asked about.
  private let end: Int64
  /// The first that is not passed.
  private var index = 0

  /// - Parameter rows: Ascending; nil: any below `end`.
  init(_ rows: [UInt32]?, below end: Int64 = .max) {
    self.rows = rows
    self.end = end
  }

  /// The first from `row` on, nil after the last; calls ascend.
  mutating func next(from row: Int64) -> Int64? {
    guard let rows else { return row < end ? row : nil }
    index = rows.withUnsafeBufferPointer { $0.lowerBound(UInt32(clamping: row), from: index) }
    return index < rows.count && row <= UInt32.max ? Int64(rows[index]) : nil
  }
}
