/// The articles among which a phrase is looked for.
struct CandidateRows {
  private let rows: [UInt32]?
  /// The first that is not passed.
  private var index = 0

  /// - Parameter rows: Ascending; nil: any.
  init(_ rows: [UInt32]?) {
    self.rows = rows
  }

  /// The first from `row` on, nil after the last; calls ascend.
  mutating func next(from row: Int64) -> Int64? {
    guard let rows else { return row == .max ? nil : row }
    index = rows.withUnsafeBufferPointer { $0.lowerBound(UInt32(clamping: row), from: index) }
    return index < rows.count && row <= UInt32.max ? Int64(rows[index]) : nil
  }
}
