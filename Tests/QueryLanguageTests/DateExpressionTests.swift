import IndexDefinition
import QueryLanguage
import Testing

struct DateExpressionTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let from: String?
    let to: String?
    /// As printed back.
    let expression: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "2025", from: "2025-01-01", to: "2025-12-31", expression: "2025"),
    Case(text: "2024-02", from: "2024-02-01", to: "2024-02-29", expression: "2024-02"),
    Case(text: "2025-09-07", from: "2025-09-07", to: "2025-09-07", expression: "2025-09-07"),
    Case(
      text: "2024..2025-03", from: "2024-01-01", to: "2025-03-31", expression: "2024..2025-03"),
    Case(text: "2025..2024", from: "2024-01-01", to: "2025-12-31", expression: "2024..2025"),
    Case(text: "2024-01-01..2024-12-31", from: "2024-01-01", to: "2024-12-31", expression: "2024"),
    Case(text: "2020..", from: "2020-01-01", to: nil, expression: "2020.."),
    Case(text: "..2020", from: nil, to: "2020-12-31", expression: "..2020"),
    Case(text: ">=2020-05", from: "2020-05-01", to: nil, expression: "2020-05.."),
    Case(text: ">2020", from: "2021-01-01", to: nil, expression: "2021.."),
    Case(text: "<=2020", from: nil, to: "2020-12-31", expression: "..2020"),
    Case(text: "<2020-03-01", from: nil, to: "2020-02-29", expression: "..2020-02"),
    Case(text: "*", from: nil, to: nil, expression: "*"),
  ])
  func readsAndPrints(_ example: Case) throws {
    let range = try #require(DateRange(expression: example.text))
    #expect(range.from == example.from.flatMap { CalendarDate($0) })
    #expect(range.to == example.to.flatMap { CalendarDate($0) })
    #expect(range.expression == example.expression)
    #expect(DateRange(expression: example.expression) == range)
  }

  @Test(arguments: [
    "", "..", "2025-13", "2025-02-30", "25", "2024...2025", "<>2020", ">9999", "<0001", "2024..x",
    ">", "today",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(DateRange(expression: text) == nil)
  }
}
