import IndexDefinition
import SQLite
import SearchModel
import Testing

@testable import SearchIndex

/// Articles of one day in the order of their times.
struct TimeOfDaySortTests {
  private func timed(_ id: Int, _ moment: String) -> (Article, Tags) {
    var (article, tags) = article(id, "Harbour", "News \(id)", date: String(moment.prefix(10)))
    article.publishedAt = moment.count > 10 ? moment : nil
    return (article, tags)
  }

  /// Noon in Greenwich is later than eleven in Kyiv; what has no time is last on its day.
  private var articles: [(Article, Tags)] {
    [
      timed(1, "2024-05-06"), timed(2, "2024-05-06T12:00Z"), timed(3, "2024-05-06T13:30+03:00"),
      timed(4, "2024-05-07T00:10"), timed(5, "2024-05-05T23:59:59"),
      article(6, "Harbour", "Undated"),
    ]
  }

  @Test(arguments: [
    (SearchRequest.Sort.newest, ["4", "2", "3", "1", "5", "6"]),
    (.oldest, ["5", "3", "2", "1", "4", "6"]),
  ])
  func aDayIsSortedByTime(sort: SearchRequest.Sort, expected: [String]) throws {
    try withSearcher(articles) { searcher, _ in
      let all = try searcher.search(request("harbour") { $0.sort = sort })
      #expect(all.ids == expected)
      var paged: [String] = []
      var next: Cursor?
      repeat {
        let page = try searcher.search(
          request("harbour") { ($0.sort, $0.limit, $0.after) = (sort, 1, next) })
        paged += page.ids
        next = page.next
      } while next != nil
      #expect(paged == expected)
    }
  }

  @Test func aHitHasItsTime() throws {
    try withSearcher(articles) { searcher, _ in
      let hits = try searcher.search(request("harbour") { $0.sort = .newest }).hits
      #expect(
        hits.map(\.publishedAt) == [
          "2024-05-07T00:10", "2024-05-06T12:00Z", "2024-05-06T13:30+03:00", nil,
          "2024-05-05T23:59:59", nil,
        ])
    }
  }

  /// An archive without times pays for none.
  @Test func aChunkWithoutTimesIsNotWritten() throws {
    func chunks(_ articles: [(Article, Tags)]) throws -> Int? {
      try withSearcher(articles) { _, index in
        try index.read {
          try $0.value("SELECT count(*) FROM column_chunk WHERE name = 'time'")
        }
      }
    }
    #expect(try chunks([article(1, "a", "b", date: "2024-05-06")]) == 0)
    #expect(try chunks([timed(1, "2024-05-06T12:00Z")]) == 1)
  }

  @Test func aWrongTimeIsFoundAndMended() throws {
    try withArchive { archive in
      try archive.write("a.jsonl", [["id": "a", "body": "b", "date": "2024-05-06T12:00Z"]])
      try archive.run()
      #expect(try archive.check() == [])
      try archive.index.write {
        try $0.execute("UPDATE column_chunk SET data = zeroblob(65536) WHERE name = 'time'")
      }
      let found = try archive.check(repair: true).map(\.message)
      #expect(found == ["column time, chunk 0 does not agree with the articles"])
      #expect(try archive.check() == [])
    }
  }

  @Test func anotherTimeIsAChange() throws {
    try withArchive { archive in
      try archive.write("a.jsonl", [["id": "a", "body": "b", "date": "2024-05-06T12:00Z"]])
      try archive.run()
      try archive.write("a.jsonl", [["id": "a", "body": "b", "date": "2024-05-06T12:00:30Z"]])
      #expect(try archive.run().updated == 1)
      #expect(
        try archive.strings("SELECT published_at FROM article") == ["2024-05-06T12:00:30Z"])
    }
  }
}
