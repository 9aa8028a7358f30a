import IndexDefinition
import SearchModel
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// Pages while the index grows.
struct CursorTests {
  private static let words = ["harbour", "wheat", "strike", "coal", "vote", "rain", "bridge"]

  private func articles(
    _ ids: Range<Int>, _ generator: inout SeededGenerator
  ) -> [[String: String]] {
    ids.map { id in
      let text = (0..<Int.random(in: 4...40, using: &generator)).map { _ in
        Self.words.randomElement(using: &generator) ?? ""
      }
      let day = Int.random(in: 1...28, using: &generator)
      return [
        "id": "\(id)", "title": text.prefix(3).joined(separator: " "),
        "body": "harbour " + text.joined(separator: " ") + " \(id)",
        "date": id % 9 == 0 ? "" : "2025-03-\(day < 10 ? "0" : "")\(day)",
      ]
    }
  }

  private static let requests: [(String, SearchRequest)] = [
    ("re-ranked", request("harbour wheat strike") { $0.match = .any }),
    ("fast", request("harbour wheat") { $0.ranking = .fast }),
    ("newest", request("harbour") { $0.sort = .newest }),
    ("oldest", request("harbour") { $0.sort = .oldest }),
    ("everything", request("")),
    ("recent", request("harbour coal") { $0.recency = HalfLife("6d") }),
    ("relaxed", request("harbour wheat zzz")),
    ("exact", request("=harbour")),
  ]

  @Test(arguments: requests.indices)
  func noHitTwiceAndNoneLostWhileArticlesAreAdded(_ index: Int) throws {
    let (name, first) = Self.requests[index]
    let seed: UInt64 = 77
    var generator = SeededGenerator(seed: seed)
    try withArchive { archive in
      try archive.write("a.jsonl", articles(0..<400, &generator))
      try archive.run()
      let searcher = Searcher(archive.index)
      var request = first
      request.wantsSnippets = false
      request.facets = [FacetRequest(.date)]
      request.limit = .max
      let there = try searcher.search(request)
      #expect(there.next == nil)
      request.limit = 17
      var shown: [String] = []
      var page = try searcher.search(request)
      #expect(page.ids == Array(there.ids.prefix(17)))
      while true {
        #expect(page.total == there.total, "\(name)")
        #expect(page.dates == there.dates)
        shown += page.ids
        guard let next = page.next else { break }
        #expect(Cursor(next.description) == next)
        request.after = Cursor(next.description)
        let added = 1000 + 30 * shown.count
        if shown.count < 200 {
          try archive.write("\(added).jsonl", articles(added..<added + 30, &generator))
          try archive.run()
        }
        page = try searcher.search(request)
        #expect(page.hits.count <= 17)
      }
      #expect(shown.count == Set(shown).count, "\(name), seed \(seed)")
      #expect(Set(shown) == Set(there.ids), "\(name), seed \(seed)")
      // Behind the hits that are ranked by each other's words the order is the first page's too.
      #expect(shown.dropFirst(ThirdStage.depth) == there.ids.dropFirst(ThirdStage.depth))
    }
  }

  @Test func pagesOfAnIndexAtRestAreTheWholeAnswerCut() throws {
    var generator = SeededGenerator(seed: 5)
    try withArchive { archive in
      try archive.write("a.jsonl", articles(0..<150, &generator))
      try archive.run()
      let searcher = Searcher(archive.index)
      for (name, first) in Self.requests {
        var request = first
        request.limit = .max
        let all = try searcher.search(request).ids
        request.limit = 20
        request.offset = 10
        var shown: [String] = []
        repeat {
          let page = try searcher.search(request)
          shown += page.ids
          request.after = page.next
          request.offset = 0
        } while request.after != nil && shown.count < 1000
        #expect(shown == Array(all.dropFirst(10)), "\(name)")
      }
    }
  }

  @Test func aCursorOfAnotherRequestIsRefused() throws {
    try withSearcher((1...30).map { article($0, "", "harbour wheat") }) { searcher, _ in
      let cursor = try searcher.search(request("harbour")).next
      #expect(cursor != nil)
      for other in [request("wheat"), request("harbour") { $0.sort = .newest }] {
        var other = other
        other.after = cursor
        #expect(throws: CursorError.self) { try searcher.search(other) }
      }
    }
  }

  @Test func textsThatAreNoCursorAreNone() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<5000 {
      let letters = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
        "ABCDEFabcdef0123456789-_+/=é".randomElement(using: &generator) ?? "A"
      }
      let text = String(letters)
      if let cursor = Cursor(text) { #expect(Cursor(cursor.description) == cursor) }
    }
    #expect(Cursor("") == nil)
    #expect(Cursor("AQ") == nil)
  }
}
