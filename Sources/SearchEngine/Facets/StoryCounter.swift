internal import IndexDefinition

/// Counts the stories of articles, as the `story` column has them: near-copies are one.
final class StoryCounter {
  /// Articles that are near-copies of no other.
  private var alone = 0
  /// The others' stories.
  private var stories: Set<UInt32> = []

  /// Counts `rows`, ascending, too.
  func count(_ rows: Rows, in columns: ColumnReader) throws {
    try rows.forEachWindow { window, rows in
      columns.move(to: window)
      guard let values = try columns.valuesIfAny(of: .story) else {
        alone += rows.count
        return
      }
      for row in rows { count(values[Int(row & ColumnLayout.offsetMask)]) }
    }
  }

  @inline(__always)
  private func count(_ story: Int32) {
    if story == 0 { alone += 1 } else { stories.insert(UInt32(bitPattern: story)) }
  }

  /// Counts an article.
  func count(row: UInt32, in columns: ColumnReader) throws {
    columns.move(to: row >> ColumnLayout.chunkShift)
    count(try columns.values(of: .story)[Int(row & ColumnLayout.offsetMask)])
  }

  /// Adds what was counted of other articles.
  func add(_ other: StoryCounter) {
    alone += other.alone
    stories.formUnion(other.stories)
  }

  var total: Int { alone + stories.count }
}
