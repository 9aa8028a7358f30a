internal import IndexDefinition

/// Which of a window's articles pass a filter: only those asked about are looked at.
struct FilterEvaluator {
  let columns: ColumnReader
  /// The list columns that a reader of many queries has packed.
  let packed: [ColumnLayout.Column: PackedEntities]

  /// Writes those of `rows` that pass to `target`, which has room for all of them.
  func passing(
    _ filter: ArticleFilter, of rows: Rows, into target: UnsafeMutablePointer<UInt32>
  ) throws -> Rows {
    assert(rows.lie(in: columns.window), "rows of one window")
    return switch filter {
    case .entities(let column, let entities, let markedOnly):
      try mentioning(entities, markedOnly: markedOnly, in: column, of: rows, into: target)
    case .dates(let ranges, let undated):
      try dated(in: ranges, undated: undated, of: rows, into: target)
    case .language(let code): try written(in: code, of: rows, into: target)
    case .rowsThrough(let last): rows.filtered(into: target) { $0 <= last }
    case .rows(let wanted):
      wanted.withUnsafeBufferPointer { rows.intersection(inWindow($0), into: target) }
    }
  }

  private func inWindow(_ wanted: Rows) -> Rows {
    let start = wanted.lowerBound(columns.firstRow)
    let end = wanted.lowerBound(columns.firstRow | ColumnLayout.offsetMask, from: start)
    return Rows(rebasing: wanted[start..<min(end + 1, wanted.count)])
  }

  /// The articles that exist.
  func existing(into target: UnsafeMutablePointer<UInt32>) throws -> Rows {
    let dates = try columns.values(of: .date)
    let first = columns.firstRow
    var count = 0
    for offset in 0..<ColumnLayout.chunkSize {
      target[count] = first | UInt32(truncatingIfNeeded: offset)
      count &+= dates[offset] != 0 ? 1 : 0
    }
    return Rows(start: target, count: count)
  }

  private func written(
    in code: Int32, of rows: Rows, into target: UnsafeMutablePointer<UInt32>
  ) throws -> Rows {
    let languages = try columns.values(of: .language)
    return rows.filtered(into: target) { languages[Int($0 & ColumnLayout.offsetMask)] == code }
  }

  private func mentioning(
    _ entities: EntitySet, markedOnly: Bool, in column: ColumnLayout.Column, of rows: Rows,
    into target: UnsafeMutablePointer<UInt32>
  ) throws -> Rows {
    if entities.ids.count == 1, let packed = packed[column],
      let code = packed.code(of: Int(entities.ids[0]))
    {
      return packed.mentioning(code: code, markedOnly: markedOnly, rows, into: target)
    }
    let lists = try columns.lists(of: column)
    let least: UInt32 = markedOnly ? 1 : 0
    return rows.filtered(into: target) { row in
      lists[Int(row & ColumnLayout.offsetMask)].contains { value in
        value & 1 >= least && entities.contains(value >> 1)
      }
    }
  }

  @inline(never)
  private func dated(
    in ranges: [DateRange], undated: Bool, of rows: Rows,
    into target: UnsafeMutablePointer<UInt32>
  ) throws -> Rows {
    let dates = try columns.values(of: .date)
    let spans = ranges.map(PackedDateRange.init)
    if spans.count == 1, !undated {
      let span = spans[0]
      return rows.filtered(
        into: target,
        counting: { row in
          span.count(dates[Int(row & ColumnLayout.offsetMask)])
        })
    }
    return rows.filtered(into: target) { row in
      let date = dates[Int(row & ColumnLayout.offsetMask)]
      if date <= ColumnLayout.undated { return undated && date == ColumnLayout.undated }
      return spans.contains { $0.contains(date) }
    }
  }
}

/// A ``DateRange`` over values of the date column.
struct PackedDateRange {
  private let from: Int32
  private let width: UInt32
  private let range: DateRange

  init(_ range: DateRange) {
    // Above the values for no date and for no article.
    let from = max(range.from?.packed ?? .min, ColumnLayout.undated + 1)
    let to = range.to?.packed ?? .max
    // An empty range is that of a value that no date has.
    self.from = to < from ? .max : from
    width = to < from ? 0 : UInt32(to - from)
    self.range = range
  }

  /// True when the whole span of the date lies in the range.
  @inline(__always)
  func contains(_ date: Int32) -> Bool { count(date) == 1 }

  /// 1 when the whole span of the date lies in the range, else 0.
  ///
  /// Whole days are compared as numbers, both ends at once, by the sign of a difference: a jump
  /// would be guessed wrong for many of the articles.
  @inline(__always)
  func count(_ date: Int32) -> Int {
    if date & 31 == 0 { return containsSpan(of: date) ? 1 : 0 }
    let room = Int64(width) &- Int64(UInt32(bitPattern: date &- from))
    return Int(1 &+ room >> 63)
  }

  /// The same of a month, a year, or no date.
  @inline(never)
  private func containsSpan(of date: Int32) -> Bool {
    guard date > ColumnLayout.undated else { return false }
    return CalendarDate(packed: date).map(range.contains) ?? false
  }
}
