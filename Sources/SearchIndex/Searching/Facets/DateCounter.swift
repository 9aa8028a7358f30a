internal import IndexDefinition

/// Counts articles by their own date: a flat table a year over packed dates.
final class DateCounter {
  /// Packed dates of one year.
  private static let yearSize = 1 << 9
  private static let lastYear = 9999

  /// By year; nil until the year has an article.
  private let years: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>
  private(set) var undated = 0

  init() {
    years = .allocate(capacity: Self.lastYear + 1)
    years.initialize(repeating: nil, count: Self.lastYear + 1)
  }

  deinit {
    for year in 0...Self.lastYear { years[year]?.deallocate() }
    years.deallocate()
  }

  func count(_ articles: WindowSet, in dates: UnsafePointer<Int32>) {
    let years = years
    var undated = 0
    articles.forEach { offset in
      let date = dates[offset]
      if date <= ColumnLayout.undated || date >> 9 > Int32(Self.lastYear) {
        undated += 1
      } else {
        let year = years[Int(date >> 9)] ?? addYear(Int(date >> 9))
        year[Int(date & 511)] += 1
      }
    }
    self.undated += undated
  }

  private func addYear(_ year: Int) -> UnsafeMutablePointer<UInt32> {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.yearSize)
    table.initialize(repeating: 0, count: Self.yearSize)
    years[year] = table
    return table
  }

  /// The dates counted at least once, in calendar order.
  var counted: [(date: CalendarDate, count: Int)] {
    var counted: [(date: CalendarDate, count: Int)] = []
    for year in 0...Self.lastYear {
      guard let table = years[year] else { continue }
      for day in 0..<Self.yearSize where table[day] > 0 {
        guard let date = CalendarDate(packed: Int32(year << 9 | day)) else { continue }
        counted.append((date, Int(table[day])))
      }
    }
    return counted
  }
}
