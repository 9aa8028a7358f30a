import IndexDefinition
import Oracle
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// The best hits found without a look at every match.
struct PrunedSearchTests {
  private static let texts = [
    "wheat", "=wheat", "wheat harbour", "=wheat OR =harbour", "=wheat AND =harbour AND =report",
    "=wheat AND country:FR", "=wheat -country:FR", "(wheat OR harbour OR report) date:2024",
    "title:wheat", "title:wheat OR body:harbour", "wheat -harbour", "wheat OR \"harbour report\"",
  ]

  /// Frequencies and lengths by chance, so that blocks differ and the bar rises late.
  private func articles(_ count: Int, seed: UInt64) -> [(Article, Tags)] {
    var chance = SeededGenerator(seed: seed)
    let words = ["wheat", "harbour", "report", "storm", "reports"]
    return (1...count).map { number in
      let title = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
        words.randomElement(using: &chance) ?? ""
      }
      let rarity = Int.random(in: 1...40, using: &chance)
      let body = (0..<Int.random(in: 1...120, using: &chance)).map { place in
        Int.random(in: 0..<rarity, using: &chance) < 4
          ? words.randomElement(using: &chance) ?? "" : "filler\(place % 7)"
      }
      let countries = number % 3 == 0 ? ["FR"] : []
      let mention = [Mention(field: .body, range: 0..<1, rule: "test")]
      return (
        Article(
          id: "\(number)", title: title.joined(separator: " "), body: body.joined(separator: " "),
          date: CalendarDate(year: number % 2 == 0 ? 2024 : 2023)),
        Tags(countries: countries.map { CountryTag(code: $0, isFocus: false, mentions: mention) })
      )
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theBestHitsAreThoseOfTheWholeSearch(seed: UInt64) throws {
    try withSearcher(articles(1500, seed: seed)) { _, index in
      try index.read { database in
        let state = try IndexState(database)
        for text in Self.texts {
          for limit in [1, 3, 10, 2000] {
            var request = request(text) { ($0.ranking, $0.limit, $0.facets) = (.fast, limit, []) }
            let whole = try QueryExecution(request: request, state: state).results()
            request.countsTotal = false
            let alone = try QueryExecution(request: request, state: state).results()
            #expect(alone.hits == whole.hits, "\(text), \(limit), seed \(seed)")
            #expect(alone.total <= whole.total && alone.total >= whole.hits.count)
          }
        }
      }
    }
  }

  /// The postings of deleted articles stay until FTS5 merges them away.
  @Test func articlesDeletedBehindTheLastWindowAreNotLookedFor() throws {
    try withTemporaryDirectory { folder in
      let archive = try TestArchive(folder)
      func lines(_ ids: ClosedRange<Int>) -> [[String: String]] {
        ids.map { ["id": "\($0)", "title": "Harbour", "body": "wheat \($0)"] }
      }
      try archive.write("a.jsonl", lines(1...20))
      try archive.run()
      try archive.index.write {
        try $0.execute(
          """
          INSERT INTO article (id, external_id, file_id, content_hash, body_hash, text_hash, path, title, body)
          SELECT 40000, 'gap', file_id, 0, 0, 0, '', '', '' FROM article LIMIT 1
          """)
      }
      try archive.write("b.jsonl", lines(21...40))
      try archive.run()
      try archive.remove("b.jsonl")
      try archive.index.write { try $0.execute("DELETE FROM article WHERE id = 40000") }
      try archive.run(prune: true)
      let searcher = Searcher(try ArticleIndex(path: archive.index.path, access: .readOnly))
      for _ in 1...3 {
        let request = request("=wheat") { ($0.ranking, $0.countsTotal) = (.fast, false) }
        #expect(try searcher.search(request).hits.count == 10)
      }
    }
  }

  @Test func wordsAndFiltersArePrunedOnceTheirNumbersAreKnown() throws {
    try withSearcher(articles(20, seed: 4)) { _, index in
      try index.read { database in
        let state = try IndexState(database)
        let pruned = try Self.texts.filter { text in
          let request = request(text) { request in
            (request.ranking, request.facets, request.countsTotal) = (.fast, [], false)
          }
          #expect(
            try QueryExecution(request: request, state: state).withPrepared(\.pruned) == nil
              || text != "wheat"
          )
          return try QueryExecution(request: request, state: state).withPrepared(\.pruned) != nil
        }
        #expect(
          pruned
            == Self.texts.filter {
              !["wheat harbour", "wheat -harbour", "wheat OR \"harbour report\""].contains($0)
            })
      }
    }
  }
}
