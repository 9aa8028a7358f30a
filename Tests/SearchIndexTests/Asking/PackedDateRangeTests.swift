import IndexDefinition
import Testing

@testable import SearchEngine
@testable import SearchIndex

struct PackedDateRangeTests {
  /// Days on both sides of every end, months, years, and the values for no date and no article.
  @Test func countsWhatTheRangeContains() throws {
    let texts = [
      "1999", "1999-12", "1999-12-31", "2000-01-01", "2000-02", "2000-02-29", "2000-03-01", "2000",
    ]
    let days = try texts.map { try #require(CalendarDate($0)) }
    for from in days + [nil] {
      for to in days + [nil] {
        let range = DateRange(from: from, to: to)
        let packed = PackedDateRange(range)
        for day in days { #expect(packed.count(day.packed) == (range.contains(day) ? 1 : 0)) }
        #expect(packed.count(0) == 0 && packed.count(ColumnLayout.undated) == 0)
      }
    }
  }
}
