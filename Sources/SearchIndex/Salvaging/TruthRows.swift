internal import SQLite

/// The tables that an archive cannot be worked out from, by what their rows look like; see
/// `index/README.md`.
enum TruthTable: CaseIterable {
  case article, duplicate, file, rule, root, removed
  /// No truth, but it tells which articles there were.
  case tokenCount

  var shape: RowShape {
    let dates: [RowShape.Column] = [.optionalText, .optionalText, .optionalText, .optionalText]
    return switch self {
    case .article:
      RowShape(
        columns: [.rowID, .text, .integer, .integer, .integer] + dates
          + [.optionalText, .text, .optionalText, .optionalText, .text, .optionalText, .text]
          + [.optionalText, .optionalText])
    case .duplicate:
      RowShape(
        columns: [.rowID, .integer, .text, .integer, .integer] + dates
          + [.optionalText, .text, .optionalText, .optionalText, .text, .optionalText])
    case .file:
      RowShape(columns: [.rowID, .text, .text, .integer, .integer, .integer, .optionalText])
    case .rule: RowShape(columns: [.rowID, .text, .text])
    case .root: RowShape(columns: [.text])
    case .removed: RowShape(columns: [.integer, .text, .integer])
    case .tokenCount: RowShape(columns: [.rowID, .blob])
    }
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
        try receive(table, id, row)
      }
    }
  }
}
