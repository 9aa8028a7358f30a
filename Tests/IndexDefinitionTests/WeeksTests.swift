import Foundation
import IndexDefinition
import Testing

/// Weeks, against Foundation's.
struct WeeksTests {
  @Test func weeksAreThoseOfISO8601() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    for days in stride(from: -40_000, to: 60_000, by: 1) {
      let date = try #require(CalendarDate(daysSinceEpoch: days))
      let day = Date(timeIntervalSince1970: Double(days) * 86_400)
      let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: day)
      let expected = String(
        format: "%04d-W%02d", parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0)
      try #require(date.week == expected, "\(date)")
    }
  }

  @Test(arguments: [
    ("2025-09-07", "2025-09-01"), ("2025-09-08", "2025-09-08"), ("2024-01-03", "2024-01-01"),
    ("0001-01-01", "0001-01-01"),
  ])
  func aWeekBeginsOnMonday(day: String, monday: String) {
    #expect(CalendarDate(day)?.monday == CalendarDate(monday))
  }

  @Test func aMonthHasNoMonday() {
    #expect(CalendarDate("2025-09")?.monday == nil)
  }
}
