internal import IndexDefinition

/// Counts articles by their own date: a flat table a year over packed dates.
///
/// Used again for the next query after ``reset()``.
final class DateCounter {
  /// Packed dates of one year.
  private static let yearSize = 1 << 9
  private static let lastYear = 9999

  /// By year; nil until the year has an article.
  private let years: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>
  /// The years that ever had an article lie in between.
  private var lowest = DateCounter.lastYear
  private var highest = 0
  private(set) var undated = 0

  init() {
    years = .allocate(capacity: Self.lastYear + 1)
    years.initialize(repeating: nil, count: Self.lastYear + 1)
  }

  deinit {
    for year in 0...Self.lastYear { years[year]?.deallocate() }
    years.deallocate()
  }

  func reset() {
    forEachYear { _, table in table.update(repeating: 0, count: Self.yearSize) }
    undated = 0
  }

  /// Counts `rows`, ascending, too.
  func count(_ rows: Rows, in columns: ColumnReader) throws {
    try rows.forEachWindow { window, rows in
      columns.move(to: window)
      count(rows, try columns.values(of: .date))
    }
  }

  /// Counts articles of one window, whose dates are given by offset.
  private func count(_ rows: Rows, _ dates: UnsafePointer<Int32>) {
    assert(rows.isAscending, "rows ascend")
    let years = years
    var undated = 0
    for row in rows {
      let date = dates[Int(row & ColumnLayout.offsetMask)]
      if date <= ColumnLayout.undated || date >> 9 > Int32(Self.lastYear) {
        undated += 1
      } else {
        let year = years[Int(date >> 9)] ?? addYear(Int(date >> 9))
        year[Int(date & 511)] &+= 1
      }
    }
    self.undated += undated
  }

  /// Adds what was counted of other articles.
  func add(_ other: DateCounter) {
    undated += other.undated
    other.forEachYear { year, counted in
      let table = years[year] ?? addYear(year)
      for day in 0..<Self.yearSize { table[day] &+= counted[day] }
    }
  }

  private func addYear(_ year: Int) -> UnsafeMutablePointer<UInt32> {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.yearSize)
    table.initialize(repeating: 0, count: Self.yearSize)
    years[year] = table
    lowest = min(lowest, year)
    highest = max(highest, year)
    return table
  }

  private func forEachYear(_ body: (Int, UnsafeMutablePointer<UInt32>) -> Void) {
    var year = lowest
    while year <= highest {
      if let table = years[year] { body(year, table) }
      year += 1
    }
  }

  /// The dates counted at least once, in calendar order.
  var counted: [(date: CalendarDate, count: Int)] {
    var counted: [(date: CalendarDate, count: Int)] = []
    forEachYear { year, table in
      for day in 0..<Self.yearSize where table[day] > 0 {
        guard let date = CalendarDate(packed: Int32(year << 9 | day)) else { continue }
        counted.append((date, Int(table[day])))
      }
    }
    return counted
  }
}
