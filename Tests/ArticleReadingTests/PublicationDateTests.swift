import IndexDefinition
import Testing

@testable import ArticleReading

struct PublicationDateTests {
  @Test(arguments: [
    ("2025-09-07", "2025-09-07"), ("2025-09-07T23:30:00-05:00", "2025-09-07"),
    ("2025/9/7 10:00", "2025-09-07"), ("20250907", "2025-09-07"),
    ("20250907T101500Z", "2025-09-07"),
    ("20250907101500", "2025-09-07"), ("2025-09", "2025-09"), ("2025", "2025"),
    ("Sun, 07 Sep 2025 10:15:00 GMT", "2025-09-07"), ("Sunday, September 7, 2025", "2025-09-07"),
    ("7 September 2025", "2025-09-07"), ("7th of September, 2025", "2025-09-07"),
    ("Sept. 7, 2025", "2025-09-07"), ("26-FEB-1987 15:01:01.79", "1987-02-26"),
    ("September 2025", "2025-09"), ("13/9/2025", "2025-09-13"), ("9/13/2025", "2025-09-13"),
    ("07.09.2025", "2025-09-07"), ("03/04/2025", nil), ("7 septembre 2025", "2025-09-07"),
    ("7. März 2025", "2025-03-07"), ("1er août 2025", "2025-08-01"),
    ("7 de septiembre de 2025", "2025-09-07"),
    ("2025年9月7日", "2025-09-07"), ("1757203200", "2025-09-07"), ("1757203200000", "2025-09-07"),
    ("2025-02-30", nil), ("soon", nil), ("", nil), ("99999999999999999999", nil),
  ])
  func formsAreRead(text: String, date: String?) {
    #expect(PublicationDate.parse(text)?.description == date)
  }

  @Test(arguments: [
    ("Posted: Fri 6:45 PM, Feb 16, 2018", "2018-02-16"), ("By A. Day 2019-04-10", "2019-04-10"),
    ("Written by A. Day, MS on November 14, 2019", "2019-11-14"), ("Chapter 3, in May", nil),
  ])
  func datesAreFoundInLines(line: String, date: String?) {
    #expect(PublicationDate.find(in: line)?.description == date)
  }
}
