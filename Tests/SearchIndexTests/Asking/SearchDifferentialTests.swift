import Foundation
import MemoryIndex
import Oracle
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// The searcher against other ways to the same answer.
struct SearchDifferentialTests {
  /// Sets, order, scores, facets, as ``Differential`` compares them.
  ///
  /// `wsearch-bench fuzz` takes a hundred thousand queries over a corpus of one's own.
  @Test(arguments: [1, 2] as [UInt64])
  func randomQueriesFindWhatNaiveMeansFind(seed: UInt64) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      let writer = try ArticleIndex(path: path, access: .readWrite)
      var options = IndexingOptions()
      options.keepsDuplicates = true
      var generated = RandomCorpus(seed: seed)
      try IndexRun(index: writer, options: options).store(generated.articles(150))
      _ = try IndexRun(index: writer, options: options)
        .run(paths: [repository.appendingPathComponent("Examples/news").path]) { _ in }
      let differential = try Differential(ArticleIndex(path: path, access: .readOnly))
      var requests = RandomRequests(differential.naive.corpus, seed: seed)
      for number in 0..<200 {
        let request = requests.next()
        #expect(
          try differential.differences(request, isThorough: number % 4 == 0) == [],
          "seed \(seed), number \(number), \(request)")
      }
      #expect(differential.counts.stockMatches > 5)
    }
  }

  @Test func segmentsAndStockPostingsGiveTheSameAnswers() throws {
    let seed: UInt64 = 11
    var random = RandomCorpus(seed: seed)
    try withSearcher(random.articles(120)) { _, index in
      for _ in 0..<50 {
        var request = SearchRequest(text: "", query: random.query())
        request.match = .any
        try index.read { database in
          let stock = try IndexState(database, postings: StockPostings(database))
          let expected = try QueryExecution(request: request, state: stock).results()
          let got = try QueryExecution(request: request, state: IndexState(database)).results()
          #expect(got == expected, "seed \(seed), \(request.query)")
        }
      }
    }
  }

  /// The same engine over another source: what it answers hangs on the articles alone.
  @Test(arguments: [21, 22] as [UInt64]) func anIndexInMemoryGivesTheAnswersOfTheFile(
    seed: UInt64
  ) throws {
    var random = RandomCorpus(seed: seed)
    let articles = random.articles(150)
    try withSearcher(articles) { _, index in
      let memory = MemoryIndex(articles)
      for number in 0..<80 {
        var request = SearchRequest(text: "", query: random.query())
        request.match = number % 2 == 0 ? .any : .all
        // The file keeps counts of stems, which the third stage takes in place of its own.
        request.ranking = .fast
        request.isStrict = true
        try index.read { database in
          let expected = try QueryExecution(request: request, state: IndexState(database)).results()
          let got = try QueryExecution(request: request, state: IndexState(memory)).results()
          #expect(got.total == expected.total, "seed \(seed), \(request.query)")
          #expect(got.hits.map(\.score) == expected.hits.map(\.score))
          #expect(got.hits.map(\.id) == expected.hits.map(\.id), "seed \(seed), \(request.query)")
          #expect(got.dates == expected.dates)
          #expect(got.people == expected.people)
          #expect(got.countries == expected.countries)
        }
      }
    }
  }

  @Test func readingThroughFTS5IsToldWhenAskedToExplain() throws {
    try withSearcher([article(1, "Harbour", "Wheat")]) { _, index in
      try index.read { database in
        let stock = try IndexState(database, postings: StockPostings(database))
        let explained = try QueryExecution(
          request: request("wheat") { $0.explains = true }, state: stock)
        #expect(try explained.results().notes.contains { $0.contains("only FTS5 itself reads") })
        #expect(try QueryExecution(request: request("wheat"), state: stock).results().notes == [])
      }
    }
  }

  @Test func aDamagedLeafPageIsTold() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      let writer = try ArticleIndex(path: path, access: .readWrite)
      try IndexRun(index: writer, options: .init()).store([article(1, "Harbour", "Wheat grows.")])
      try writer.write { database in
        try database.execute("UPDATE article_fts_data SET block = x'00ff00ff0102' WHERE id > 1000")
      }
      let searcher = Searcher(try ArticleIndex(path: path, access: .readOnly))
      let error = #expect(throws: ArticleIndexError.self) { try searcher.search(request("wheat")) }
      #expect(error?.description.hasPrefix("\(path) is damaged (") == true)
    }
  }

  /// Of 32 bits each of these would be 1, the id of an article.
  @Test(arguments: [1 + 1 << 32, 1 - 1 << 32] as [Int64])
  func anIDThatNoArticleCanHaveIsNotTakenForAnother(id: Int64) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      let writer = try ArticleIndex(path: path, access: .readWrite)
      try IndexRun(index: writer, options: .init()).store([article(1, "Harbour", "Wheat grows.")])
      try writer.write { database in
        try database.execute(
          "INSERT INTO article_fts (rowid, title, body, bigrams) VALUES (\(id), '', 'oats and wheat', '')"
        )
      }
      let searcher = Searcher(try ArticleIndex(path: path, access: .readOnly))
      let found = try ["oats", "\"oats and wheat\"", "wheat"].map { text in
        try searcher.search(request(text) { $0.isStrict = true }).hits.map(\.title)
      }
      #expect(found == [[], [], ["Harbour"]])
    }
  }
}
