internal import IndexDefinition

/// The articles of a window that pass a filter.
struct FilterEvaluator {
  let columns: ColumnReader

  func set(of filter: ArticleFilter) throws -> WindowSet {
    switch filter {
    case .entities(let column, let ids): try mentioning(ids, in: try columns.lists(of: column))
    case .focus(let ids):
      try mentioning(ids, in: try columns.lists(of: .country), focusOnly: true)
    case .dates(let ranges, let undated): try dated(in: ranges, undated: undated)
    case .language(let code): try articles(with: code, in: .language)
    case .rowsThrough(let last):
      articles { columns.window << ColumnLayout.chunkShift | UInt32($0) <= last }
    case .rows(let rows): among(rows)
    }
  }

  /// The articles that exist.
  func existing() throws -> WindowSet {
    let dates = try columns.values(of: .date)
    return articles { dates[$0] != 0 }
  }

  private func articles(_ passes: (Int) -> Bool) -> WindowSet {
    var set = WindowSet()
    for offset in 0..<ColumnLayout.chunkSize where passes(offset) { set.insert(offset) }
    return set
  }

  private func articles(with value: Int32, in column: ColumnLayout.Column) throws -> WindowSet {
    let values = try columns.values(of: column)
    return articles { values[$0] == value }
  }

  /// One id is the common case; several are looked up in a table of bits.
  private func mentioning(
    _ ids: [UInt32], in lists: ColumnLists, focusOnly: Bool = false
  ) throws -> WindowSet {
    guard let lowest = ids.first, let highest = ids.last else { return WindowSet() }
    var wanted = [Bool](repeating: false, count: Int(highest - lowest) + 1)
    for id in ids { wanted[Int(id - lowest)] = true }
    return articles { offset in
      lists[offset].contains { value in
        let id = value >> 1
        return id >= lowest && id <= highest && wanted[Int(id - lowest)]
          && (value & 1 == 1 || !focusOnly)
      }
    }
  }

  private func dated(in ranges: [DateRange], undated: Bool) throws -> WindowSet {
    let dates = try columns.values(of: .date)
    let spans = ranges.map(PackedDateRange.init)
    return articles { offset in
      let date = dates[offset]
      if date <= ColumnLayout.undated { return undated && date == ColumnLayout.undated }
      return spans.contains { $0.contains(date) }
    }
  }

  private func among(_ rows: [UInt32]) -> WindowSet {
    var set = WindowSet()
    let list = Postings(rows: rows)
    var index = list.lowerBound(columns.window << ColumnLayout.chunkShift)
    while index < rows.count, rows[index] >> ColumnLayout.chunkShift == columns.window {
      set.insert(Int(rows[index]) & (ColumnLayout.chunkSize - 1))
      index += 1
    }
    return set
  }
}
