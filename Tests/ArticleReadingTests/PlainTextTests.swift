import ArticleReading
import IndexDefinition
import TestSupport
import Testing

struct PlainTextTests {
  @Test func headerGivesTheDateAndLeavesTheText() throws {
    let text = " date 2025-09-07 The ferry sank at dawn. Nobody was hurt.\n\nMore to come.\n"
    let article = try #require(try events(in: text.utf8, named: "a.txt").first?.article)
    #expect(article.title == "The ferry sank at dawn.")
    #expect(article.body == "The ferry sank at dawn. Nobody was hurt.\n\nMore to come.\n")
    #expect(article.date == CalendarDate("2025-09-07"))
    #expect(article.dateSource == .header)
  }

  @Test func lineThatStandsAloneIsTheTitle() throws {
    let events = try events(in: "Ferry sinks\n\nIt sank at dawn.\n".utf8, named: "a.txt")
    #expect(events.first?.article?.title == "Ferry sinks")
    #expect(events.first?.article?.body == "It sank at dawn.\n")
  }

  @Test(arguments: [
    ("Mr. A. B. Day met the U.S. envoy. He left.", "Mr. A. B. Day met the U.S. envoy."),
    ("“Go!” she said.", "“Go!”"), ("no stop at all", "no stop at all"),
    ("First paragraph\nwraps. Next.\n\nSecond.", "First paragraph wraps."),
  ])
  func titleIsTheFirstSentence(text: String, title: String) throws {
    #expect(try events(in: text.utf8, named: "a.txt").first?.article?.title == title)
  }

  @Test func longSentencesAreCutBetweenWords() throws {
    let text = String(repeating: "endless words ", count: 30)
    let title = try #require(try events(in: text.utf8, named: "a.txt").first?.article?.title)
    #expect(title.count <= 121)
    #expect(title.hasSuffix(" words…") || title.hasSuffix(" endless…"))
  }

  @Test func impossibleHeaderDateIsText() throws {
    let article = try events(in: " date 2025-02-30 Text.".utf8, named: "a.txt").first?.article
    #expect(article?.date == nil)
    #expect(article?.body == " date 2025-02-30 Text.")
  }

  @Test(arguments: [
    ("2025-09-07-ferry.txt", "2025-09-07"), ("20250907_ferry.txt", "2025-09-07"),
    ("20259907.txt", nil), ("2025-ferry.txt", nil), ("12345678.txt", nil),
  ])
  func nameOfTheFileDatesIt(name: String, date: String?) throws {
    let article = try #require(try events(in: "Words.".utf8, named: name).first?.article)
    #expect(article.date?.description == date)
    #expect(article.dateSource == date.map { _ in .fileName })
  }
}
