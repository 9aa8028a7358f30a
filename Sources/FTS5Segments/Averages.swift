/// The averages record: how much the index holds.
public struct Averages: Sendable, Equatable {
  /// Rows in the index.
  public var rowCount: Int
  /// Tokens in each column over all rows.
  public var tokenCounts: [Int]

  package init(rowCount: Int, tokenCounts: [Int]) {
    self.rowCount = rowCount
    self.tokenCounts = tokenCounts
  }

  /// Decodes the record: varints, the row count and then a token count for each column.
  ///
  /// Source: `fts5_index.c`, "The Averages Record". The record of a new table is empty.
  init(record: PageBytes, columns: Int) throws {
    var decoder = RecordDecoder(record, at: 0, name: "averages record")
    var values: [Int] = []
    while !decoder.isAtEnd, values.count <= columns {
      values.append(try decoder.integer(in: 0...Int.max))
    }
    values += Array(repeating: 0, count: columns + 1 - values.count)
    self.init(rowCount: values[0], tokenCounts: Array(values.dropFirst()))
  }
}
