import ArticleModel
import QueryLanguage
import Testing

struct WrittenDateTests {
  private static let sunday = CalendarDate("2025-03-02")

  private func written(_ text: String, today: CalendarDate? = nil) -> String? {
    let words = text.split(separator: " ").map(String.init)
    return WrittenDate(beginning: words, today: today).map { "\($0.range.expression) \($0.count)" }
  }

  @Test(arguments: [
    ("2025-09-07", "2025-09-07 1"), ("2025-09 talks", "2025-09 1"),
    ("7 September 2025", "2025-09-07 3"), ("September 7, 2025", "2025-09-07 3"),
    ("7th Sept. 2025 talks", "2025-09-07 3"), ("1st may 1987", "1987-05-01 3"),
    ("Sep 2025 talks", "2025-09 2"), ("May 1987", "1987-05 2"), ("in 1987", "1987 2"),
    ("the 7th", nil), ("1er mars 2025", "2025-03-01 3"), ("7. März 2025", "2025-03-07 3"),
    ("7 de septiembre de 2025 cumbre", "2025-09-07 5"), ("setembro de 2025", "2025-09 3"),
    ("2 août 1914 guerre", "1914-08-02 3"), ("2 aout 1914", "1914-08-02 3"),
    ("7th of September 2025", "2025-09-07 4"), ("en 1987", "1987 2"),
  ])
  func aDateIsReadAsPeopleTypeIt(_ text: String, _ date: String?) {
    #expect(written(text) == date)
  }

  @Test(arguments: [
    "1987", "in brief", "7 talks 2025", "may talks", "31 February 2025", "2025", "in 19870",
    "7 September", "September talks 2025", "52-1987", "", "de 7 mars 2025", "last week",
    "yesterday",
  ])
  func whatIsNoDateIsNone(_ text: String) {
    #expect(written(text) == nil)
  }

  @Test(arguments: [
    ("yesterday", "2025-03-01 1"), ("this week talks", "2025-02-24..2025-03-02 2"),
    ("last week", "2025-02-17..2025-02-23 2"), ("Last Month", "2025-02 2"),
    ("this month", "2025-03 2"), ("last year", "2024 2"), ("this year", "2025 2"),
    ("letzte Woche", "2025-02-17..2025-02-23 2"), ("semaine dernière", "2025-02-17..2025-02-23 2"),
    ("last orders", nil), ("week", nil), ("in 1987", "1987 2"),
  ])
  func someTimesAreToldFromToday(_ text: String, _ date: String?) {
    #expect(written(text, today: Self.sunday) == date)
  }

  @Test func lastMonthInJanuaryIsTheDecemberBefore() {
    #expect(written("last month", today: CalendarDate("2025-01-31")) == "2024-12 2")
  }
}
