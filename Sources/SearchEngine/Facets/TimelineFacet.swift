internal import IndexDefinition
internal import SearchModel

/// Counts values of a facet by date, over the articles that the facet counted.
struct TimelineFacet {
  /// A value to count, in the facet's order.
  struct Value {
    var id: UInt32
    var bucket: FacetResult.Bucket
  }

  /// A list column.
  let column: ColumnLayout.Column
  let values: [Value]
  /// `.auto`: by the dates that there are.
  let interval: DateInterval
  /// Whether only entities count that are marked (``MarkedTags``).
  let countsMarkedOnly: Bool

  /// - Parameter lists: the articles.
  func result(over lists: [Rows], in columns: ColumnReader) throws -> Timeline {
    let counted = try counted(over: lists, in: columns)
    let dates = Set(counted.flatMap(\.keys)).compactMap { CalendarDate(packed: $0) }.sorted()
    let interval = interval == .auto ? DateFacet.interval(of: dates) : interval
    let run = DateFacet.run(
      over: Set(dates.map { interval.bucket(of: $0) }).sorted(), by: interval)
    return Timeline(
      kind: column == .person ? .person : .country, interval: interval, dates: run,
      series: zip(values, counted).map { Self.series($0, $1, run, interval) })
  }

  /// Articles by packed date, of each value.
  private func counted(
    over lists: [Rows], in columns: ColumnReader
  ) throws -> [[Int32: Int]] {
    var places = [Int](repeating: -1, count: Int(values.map(\.id).max() ?? 0) + 1)
    for (place, value) in values.enumerated() { places[Int(value.id)] = place }
    var counted = [[Int32: Int]](repeating: [:], count: values.count)
    for rows in lists {
      try rows.forEachWindow { window, rows in
        columns.move(to: window)
        let dates = try columns.values(of: .date)
        let lists = try columns.lists(of: column)
        for row in rows {
          let offset = Int(row & ColumnLayout.offsetMask)
          for entity in lists[offset] where !countsMarkedOnly || entity & 1 == 1 {
            let id = Int(entity >> 1)
            guard id < places.count, places[id] >= 0 else { continue }
            counted[places[id]][dates[offset], default: 0] += 1
          }
        }
      }
    }
    return counted
  }

  private static func series(
    _ value: Value, _ counted: [Int32: Int], _ run: [CalendarDate], _ interval: DateInterval
  ) -> Timeline.Series {
    var counts: [CalendarDate: Int] = [:]
    var undated = 0
    for (packed, count) in counted {
      if let date = CalendarDate(packed: packed) {
        counts[interval.bucket(of: date), default: 0] += count
      } else {
        undated += count
      }
    }
    return Timeline.Series(
      value: value.bucket.value, label: value.bucket.label, counts: run.map { counts[$0] ?? 0 },
      undated: undated)
  }
}

extension ColumnLayout.Column {
  /// The column of a facet's entities; nil for what is no list.
  init?(_ kind: FacetRequest.Kind) {
    switch kind {
    case .person: self = .person
    case .country: self = .country
    case .date, .source, .language: return nil
    }
  }
}
