internal import IndexDefinition

/// Counts the articles whose text is so damaged that their tags are doubtful.
enum DoubtfulTags {
  /// - Parameter rows: Ascending.
  static func count(of rows: Rows, in columns: ColumnReader) throws -> Int {
    var count = 0
    try rows.forEachWindow { window, rows in
      columns.move(to: window)
      guard let unknownWords = try columns.valuesIfAny(of: .unknownWords) else { return }
      for row in rows { count &+= unknownWords[Int(row & ColumnLayout.offsetMask)] == 0 ? 0 : 1 }
    }
    return count
  }
}
