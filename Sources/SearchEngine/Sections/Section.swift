internal import IndexDefinition

/// Windows that follow one another, evaluated by one core.
struct Section {
  let windows: Range<UInt32>
  let reader: CoreReader
  /// The articles of the windows; the last section's have no end.
  let rows: Range<Int64>

  /// Every article, for `readers` in turn, as evenly as windows can be shared.
  static func sections(of windowCount: Int, for readers: [CoreReader]) -> [Section] {
    readers.enumerated().map { number, reader in
      let start = UInt32(windowCount * number / readers.count)
      let end = UInt32(windowCount * (number + 1) / readers.count)
      let isLast = number + 1 == readers.count
      return Section(
        windows: start..<end, reader: reader,
        rows: Int64(start)
          << ColumnLayout.chunkShift..<(isLast ? .max : Int64(end) << ColumnLayout.chunkShift))
    }
  }
}

extension Range<Int64> {
  /// All articles.
  static let everyRow = 0..<Int64.max
}
