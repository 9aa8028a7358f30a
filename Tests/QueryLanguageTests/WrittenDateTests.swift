import ArticleModel
import QueryLanguage
import Testing

struct WrittenDateTests {
  @Test(arguments: [
    ("2025-09-07", "2025-09-07", 1), ("2025-09 talks", "2025-09", 1),
    ("7 September 2025", "2025-09-07", 3), ("September 7, 2025", "2025-09-07", 3),
    ("7th Sept. 2025 talks", "2025-09-07", 3), ("1st may 1987", "1987-05-01", 3),
    ("Sep 2025 talks", "2025-09", 2), ("May 1987", "1987-05", 2), ("in 1987", "1987", 2),
  ])
  func aDateIsReadAsPeopleTypeIt(_ text: String, _ date: String, _ count: Int) {
    let words = text.split(separator: " ").map(String.init)
    let written = WrittenDate(beginning: words)
    #expect(written?.date.description == date && written?.count == count)
  }

  @Test(arguments: [
    "1987", "in brief", "7 talks 2025", "may talks", "31 February 2025", "2025", "in 19870",
    "7 September",
    "September talks 2025", "52-1987", "",
  ])
  func whatIsNoDateIsNone(_ text: String) {
    #expect(WrittenDate(beginning: text.split(separator: " ").map(String.init)) == nil)
  }
}
