internal import SQLite

/// The tables that an archive cannot be worked out from, by what their rows look like; see
/// `index/README.md`.
enum TruthTable: CaseIterable {
  case article, duplicate, file, rule, root, removed
  /// No truth, but it tells which articles there were.
  case tokenCount
  /// Rows of the first two formats, which had no time of day, no place in the file and no hash of the
  /// whole text.
  case timelessArticle, timelessDuplicate

  var shape: RowShape {
    switch self {
    case .article: Self.article(isTimeless: false)
    case .timelessArticle: Self.article(isTimeless: true)
    case .duplicate: Self.duplicate(isTimeless: false)
    case .timelessDuplicate: Self.duplicate(isTimeless: true)
    case .file:
      RowShape(columns: [.rowID, .text, .text, .integer, .integer, .integer, .optionalText])
    case .rule: RowShape(columns: [.rowID, .text, .text])
    case .root: RowShape(columns: [.text])
    case .removed: RowShape(columns: [.integer, .text, .integer])
    case .tokenCount: RowShape(columns: [.rowID, .blob])
    }
  }

  private static func article(isTimeless: Bool) -> RowShape {
    RowShape(
      columns: [.rowID, .text, .integer, .integer, .integer] + (isTimeless ? [] : [.integer])
        + places(isTimeless)
        + [.optionalText, .text, .optionalText, .text, .optionalText]
        + (isTimeless ? [] : [.optionalText]))
  }

  private static func duplicate(isTimeless: Bool) -> RowShape {
    RowShape(
      columns: [.rowID, .integer, .text, .integer, .integer] + places(isTimeless)
        + [.optionalText, .text, .optionalText])
  }

  /// When, by whom and where it was published, and where it lies.
  private static func places(_ isTimeless: Bool) -> [RowShape.Column] {
    Array(repeating: .optionalText, count: isTimeless ? 5 : 6) + [.text]
      + (isTimeless ? [] : [.optionalText])
  }
}

/// Goes through all pages of a file that a tree uses, whatever the trees still say, for the rows of
/// ``TruthTable``.
struct TruthRows {
  /// Row ids of `article_fts_data` that are no articles' (`FTS5Segments`), and the least of its pages.
  private static let otherBlobs: Set<Int64> = [1, 10]
  private static let leastPage: Int64 = 1 << 37

  let file: RawFile

  /// - Parameter receive: Gets nil for a row whose bytes are not all there, with its row id.
  func forEach(_ receive: (TruthTable, Int64, RawRow?) throws -> Void) throws {
    let shapes = TruthTable.allCases.map(\.shape)
    let free = file.freePages()
    for number in 1...max(file.pageCount, 1) where !free.contains(number) {
      try RawLeaf(file, number)?.forEachRow(shapes) { place, id, row in
        let table = TruthTable.allCases[place]
        if table == .tokenCount, Self.otherBlobs.contains(id) || id >= Self.leastPage { return }
        switch table {
        case .timelessArticle: try receive(.article, id, row?.article)
        case .timelessDuplicate: try receive(.duplicate, id, row?.withTimeAndPlace(from: 7))
        default: try receive(table, id, row)
        }
      }
    }
  }
}

extension RawRow {
  /// A row of an older format as one of this: time of day and place are not known.
  ///
  /// - Parameter time: the place of the time of day.
  fileprivate func withTimeAndPlace(from time: Int) -> RawRow {
    var row = self
    row.values.insert(.null, at: time)
    row.values.insert(.null, at: time + 5)
    return row
  }

  /// The same of an article, whose broken words are not known either; its hash is worked out again.
  fileprivate var article: RawRow {
    var row = self
    row.values.insert(.integer(0), at: 5)
    row = row.withTimeAndPlace(from: 8)
    row.values.append(.null)
    return row
  }
}
