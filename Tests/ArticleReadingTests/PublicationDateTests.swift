import Foundation
import IndexDefinition
import TestSupport
import Testing

@testable import ArticleReading

struct PublicationDateTests {
  private static let lines: [[String]] = {
    let file = fixtures.appendingPathComponent("reading/dates.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.components(separatedBy: "\t")
    }
  }()

  @Test func thereAreManySpellings() { #expect(Self.lines.count > 150) }

  @Test(arguments: lines)
  func spellingsAreReadOrRefused(line: [String]) {
    var found = "-"
    var moment: String?
    if case .certain(let date) = PublicationDate.read(line[0]) {
      (found, moment) = (date.date.description, date.publishedAt)
    }
    #expect([found] + (moment.map { [$0] } ?? []) == Array(line.dropFirst()))
  }

  @Test(arguments: [
    ("Posted: Fri 6:45 PM, Feb 16, 2018", "2018-02-16"), ("By A. Day 2019-04-10", "2019-04-10"),
    ("Written by A. Day, MS on November 14, 2019", "2019-11-14"), ("Chapter 3, in May", nil),
    ("Updated 0339 GMT (1139 HKT) November 19, 2019", "2019-11-19"),
  ])
  func datesAreFoundInLines(line: String, date: String?) {
    #expect(PublicationDate.find(in: line)?.date.description == date)
  }

  @Test(arguments: [
    (DateOrder.dayFirst, "2025-04-03"), (.monthFirst, "2025-03-04"),
  ])
  func anOrderSettlesWhatCanBeTwoDays(order: DateOrder, date: String) {
    let read = PublicationDate.read("03/04/2025", order: order)
    #expect(read == CalendarDate(date).map { .certain(PublicationDate(date: $0)) })
    // What can be read one way only needs none.
    let only = PublicationDate.read("13/09/2025", order: .monthFirst)
    #expect(only == CalendarDate("2025-09-13").map { .certain(PublicationDate(date: $0)) })
  }

  private func table(_ dates: String...) -> [UInt8] {
    Array(("id,date,body\n" + dates.map { "x,\($0),Words\n" }.joined()).utf8)
  }

  @Test func theOtherDatesOfAFileSettleTheOrder() throws {
    let settled = try events(in: table("03/04/2025", "13/04/2025"), named: "a.csv")
    #expect(settled.compactMap { $0.article?.date?.description } == ["2025-04-03", "2025-04-13"])
    #expect(settled.compactMap(\.failure) == [])
  }

  @Test func whatNothingSettlesIsToldAndUndated() throws {
    let open = try events(in: table("03/04/2025"), named: "a.csv")
    #expect(open.compactMap(\.article).map(\.date) == [nil])
    #expect(
      open.compactMap(\.failure?.message) == [
        "the date “03/04/2025” is 2025-04-03 or 2025-03-04 and the article is kept undated;"
          + " say which by --date-order dmy or mdy"
      ])
    let asked = try events(
      in: table("03/04/2025"), named: "a.csv", options: ReadingOptions(dateOrder: .monthFirst))
    #expect(asked.compactMap { $0.article?.date?.description } == ["2025-03-04"])
  }
}
