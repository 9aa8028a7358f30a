package import SearchModel

/// What an index holds, as aligned lines.
package struct StatisticsText {
  private let statistics: IndexStatistics

  package init(_ statistics: IndexStatistics) {
    self.statistics = statistics
  }

  private var doubt: String {
    statistics.doubtful == 0 ? "" : " (damaged text)"
  }

  package var text: String {
    let dates =
      statistics.firstDate.map { "\($0) to \(statistics.lastDate ?? $0)" } ?? "none"
    let rows = [
      ("articles", grouped(statistics.articles)), ("duplicates", grouped(statistics.duplicates)),
      ("people", grouped(statistics.people)), ("countries", grouped(statistics.countries)),
      ("mentions", grouped(statistics.mentions)), ("dates", dates),
      ("undated", grouped(statistics.undated)),
      ("naming no one", grouped(statistics.withoutPersons)),
      ("no country", grouped(statistics.withoutCountries)),
      ("no date named", grouped(statistics.withoutDates)),
      ("doubtful tags", grouped(statistics.doubtful) + doubt),
      ("text", bytes(statistics.textBytes)),
      ("file", bytes(statistics.fileBytes)), ("failed files", grouped(statistics.failedFiles)),
      ("format", "\(statistics.formatVersion)"),
    ]
    return rows.map { DisplayWidth.pad($0.0, to: 15) + $0.1 + "\n" }.joined()
  }
}

/// A size for people: `180.2 MB`, powers of ten.
package func bytes(_ count: Int) -> String {
  let units = ["B", "kB", "MB", "GB", "TB"]
  var size = Double(count)
  var unit = 0
  while size >= 1000, unit < units.count - 1 {
    size /= 1000
    unit += 1
  }
  return unit == 0 ? "\(count) B" : "\((size * 10).rounded() / 10) \(units[unit])"
}
