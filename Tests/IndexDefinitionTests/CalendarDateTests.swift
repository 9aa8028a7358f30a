import IndexDefinition
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2025-09-07", "2025-09", "2025", "0001-01-01", "9999-12-31", "2024-02-29"])
  func printsWhatItParsed(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2025-13", "2025-02-29", "2025-9-7", "25-09-07", "2025-09-07T10:00", "0000", "2025-",
    "abcd",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func everyDayOfFourCenturiesSurvivesTheDayNumber() {
    for days in -100_000...100_000 {
      #expect(CalendarDate(daysSinceEpoch: days)?.daysSinceEpoch == days)
    }
  }

  @Test func theSuccessorIsAsPrecise() throws {
    let steps = [
      "2023-12-31": "2024-01-01", "2024-02-28": "2024-02-29", "2023-02-28": "2023-03-01",
      "2023-12": "2024-01", "2024-01": "2024-02", "2024": "2025",
    ]
    for (date, next) in steps { #expect(CalendarDate(date)?.successor?.description == next) }
    for last in ["9999", "9999-12", "9999-12-31"] {
      #expect(try #require(CalendarDate(last)).successor == nil)
    }
  }

  @Test func cutsToWhatIsCoarser() throws {
    let day = try #require(CalendarDate("2024-02-29"))
    #expect(day.cut(to: .day) == day)
    #expect(day.cut(to: .month) == CalendarDate("2024-02"))
    #expect(day.cut(to: .year) == CalendarDate("2024"))
    #expect(CalendarDate("2024")?.cut(to: .month) == CalendarDate("2024"))
  }

  @Test func knowsItsWeekday() {
    #expect(CalendarDate("2025-09-07")?.weekday == 6)
    #expect(CalendarDate("1970-01-01")?.weekday == 3)
    #expect(CalendarDate("1916-07-01")?.weekday == 5)
  }

  @Test func aRangeHoldsOnlyWholeSpans() throws {
    let range = DateRange(from: CalendarDate("2025-01"), to: CalendarDate("2025-06"))
    let inside = try ["2025-01-01", "2025-06-30", "2025-03"].map { try #require(CalendarDate($0)) }
    let outside = try ["2025", "2024-12-31", "2025-07"].map { try #require(CalendarDate($0)) }
    #expect(inside.allSatisfy(range.contains))
    #expect(!outside.contains(where: range.contains))
  }
}
