internal import Foundation
internal import IndexDefinition

/// Counts articles by their own date: one flat table over packed dates.
final class DateCounter {
  private static let size = (9999 + 1) << 9
  private let table: UnsafeMutablePointer<UInt32>
  private(set) var undated = 0
  /// The earliest and latest date counted; empty while `first > last`.
  private var first = Int32.max
  private var last = Int32.min

  init() {
    table = calloc(Self.size, 4).assumingMemoryBound(to: UInt32.self)
  }

  deinit { free(table) }

  func count(_ articles: WindowSet, in dates: UnsafePointer<Int32>) {
    let table = table
    var first = first
    var last = last
    var undated = 0
    articles.forEach { offset in
      let date = dates[offset]
      if date <= ColumnLayout.undated || date >= Int32(Self.size) {
        undated += 1
      } else {
        table[Int(date)] += 1
        first = min(first, date)
        last = max(last, date)
      }
    }
    (self.first, self.last) = (first, last)
    self.undated += undated
  }

  /// The dates counted at least once, in calendar order.
  var counted: [(date: CalendarDate, count: Int)] {
    guard first <= last else { return [] }
    return (Int(first)...Int(last)).compactMap { packed in
      guard table[packed] > 0, let date = CalendarDate(packed: Int32(packed)) else { return nil }
      return (date, Int(table[packed]))
    }
  }
}
