/// Tells of ascending rows which a list holds: two lists are walked side by side.
struct RowSieve {
  private let rows: Rows
  private var index = 0
  /// The first of the list that is not passed; `Int64.max` at the end.
  private var next: Int64

  /// - Parameter rows: Ascending.
  init(_ rows: Rows) {
    self.rows = rows
    next = rows.first.map(Int64.init) ?? .max
  }

  /// Whether the list holds `row`; to be asked in ascending order.
  @inline(__always)
  mutating func passes(_ row: Int64) -> Bool {
    while next < row {
      index &+= 1
      next = index < rows.count ? Int64(rows[index]) : .max
    }
    return next == row
  }
}
