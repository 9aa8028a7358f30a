internal import IndexDefinition

/// Windows that follow one another, evaluated by one core.
struct Section {
  let windows: Range<UInt32>
  let core: CoreReader
  /// The articles of the windows; the last section's have no end.
  let rows: Range<Int64>

  /// Every article, for `cores` in turn, as evenly as windows can be shared.
  static func sections(of windowCount: Int, for cores: [CoreReader]) -> [Section] {
    cores.enumerated().map { number, core in
      let start = UInt32(windowCount * number / cores.count)
      let end = UInt32(windowCount * (number + 1) / cores.count)
      let isLast = number + 1 == cores.count
      return Section(
        windows: start..<end, core: core,
        rows: Int64(start)
          << ColumnLayout.chunkShift..<(isLast ? .max : Int64(end) << ColumnLayout.chunkShift))
    }
  }
}

extension Range<Int64> {
  /// All articles.
  static let everyRow = 0..<Int64.max
}
