import Foundation
import IndexDefinition
import SQLite
import SearchModel
import TestSupport
import Testing

@testable import SearchEngine
@testable import SearchIndex

/// One query on several cores against the same on one.
struct SectionsTests {
  private static let windows = 8
  private static let cores = 3

  /// Runs `body` over an index whose articles lie in eight windows, twenty in each.
  private func withWideIndex<R>(
    seed: UInt64, _ body: (ArticleIndex, _ writer: ArticleIndex) throws -> R
  ) throws -> R {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      let writer = try ArticleIndex(path: path, access: .readWrite)
      let articles = Self.articles(seed: seed)
      for window in 0..<Self.windows {
        try store(Array(articles[window * 20..<(window + 1) * 20]), in: writer)
        try writer.write { try placeholder(at: (window + 1) * ColumnLayout.chunkSize, $0) }
      }
      try writer.write { try $0.execute("DELETE FROM article WHERE external_id LIKE 'gap%'") }
      return try body(open(path), writer)
    }
  }

  private static func articles(seed: UInt64) -> [(Article, Tags)] {
    var corpus = RandomCorpus(seed: seed)
    return corpus.articles(20 * windows)
  }

  private func open(_ path: String) throws -> ArticleIndex {
    try ArticleIndex(path: path, access: .readOnly, cores: Self.cores, largeSize: 0)
  }

  /// The writer gives its next article the id after this one.
  private func placeholder(at id: Int, _ database: Connection) throws {
    try database.execute(
      """
      INSERT INTO article (id, external_id, file_id, content_hash, body_hash, text_hash, path, title, body)
      SELECT ?, 'gap' || ?, file_id, 0, 0, 0, '', '', '' FROM article LIMIT 1
      """, .integer(Int64(id)), .integer(Int64(id)))
  }

  /// Of what the first query reads by the way, of what later ones keep, and of counts by code.
  @Test(arguments: [5, 6] as [UInt64])
  func severalCoresGiveTheAnswersOfOne(seed: UInt64) throws {
    try withWideIndex(seed: seed) { index, _ in
      try index.read { database in
        let one = try IndexState(database)
        let several = try IndexState(
          database, companions: index.companions, pagesWorthACore: 0, articlesBeforePacking: 2000)
        var corpus = RandomCorpus(seed: seed)
        for number in 0..<160 {
          if number == 40 { try several.expectMoreQueries() }
          let request = requestOfManyKinds(number, &corpus)
          let expected = try QueryExecution(request: request, state: one).results()
          let got = try QueryExecution(request: request, state: several).results()
          #expect(got == expected, "seed \(seed), number \(number), \(request.query)")
        }
        #expect(several.packedEntities.made.count == 2)
      }
    }
  }

  /// Every kind of ranking, order, filter and facet in turn.
  private func requestOfManyKinds(_ number: Int, _ corpus: inout RandomCorpus) -> SearchRequest {
    var request = SearchRequest(text: "", query: corpus.query())
    request.match = number % 2 == 0 ? .any : .all
    request.ranking = number % 3 == 0 ? .best : .fast
    request.sort = number % 5 == 0 ? .newest : .relevance
    request.limit = number % 7 == 0 ? 200 : 10
    request.explains = number % 8 == 0
    if number % 4 == 0 { request.filters.countries = [RandomCorpus.countries[number % 5]] }
    if number % 9 == 0 { request.filters.people = [RandomCorpus.people[number % 5]] }
    if number % 10 == 0 {
      request.filters.dates = [
        DateRange(from: CalendarDate("2024"), to: CalendarDate("2024"))
      ]
    }
    if number % 11 == 0 { request.recency = HalfLife("30d") }
    if number % 6 == 0 { request.timeline = FacetRequest(.person) }
    if number % 13 == 0 { request.facets[0].order = .name }
    request.filters.countryFocus = number % 17 == 0
    if number % 12 == 1 { (request.facets, request.countsTotal) = ([], false) }
    return request
  }

  @Test func pagesOnSeveralCoresAreThoseOfOne() throws {
    try withWideIndex(seed: 14) { index, _ in
      func pages(_ index: ArticleIndex) throws -> [[String]] {
        var request = request("the OR of OR peace") { ($0.limit, $0.ranking) = (40, .best) }
        var pages: [[String]] = []
        repeat {
          let results = try Searcher(index).search(request)
          pages.append(results.ids)
          request.after = results.next
        } while request.after != nil
        return pages
      }
      let one = try pages(ArticleIndex(path: index.path, access: .readOnly))
      #expect(one.count > 2)
      #expect(try pages(index) == one)
    }
  }

  @Test func everyWindowIsInOneSection() throws {
    try withWideIndex(seed: 7) { index, _ in
      try index.read { database in
        let state = try IndexState(database, companions: index.companions)
        try state.withSections(isLarge: { true }) { sections in
          #expect(sections.map(\.windows) == [0..<2, 2..<5, 5..<8])
          #expect(
            sections.map(\.rows) == [
              0..<2 << 14, 2 << 14..<5 << 14, 5 << 14..<Range.everyRow.upperBound,
            ])
        }
        try state.withSections(isLarge: { false }) { sections in
          #expect(sections.map(\.windows) == [0..<8])
        }
      }
    }
  }

  /// The other connections would show what the first does not.
  @Test func aChangeMeanwhileLeavesTheQueryToOneCore() throws {
    try withWideIndex(seed: 8) { index, writer in
      func sections() throws -> Int {
        try index.read { database in
          let state = try IndexState(database, companions: index.companions)
          return try state.withSections(isLarge: { true }) { $0.count }
        }
      }
      #expect(try sections() == Self.cores)
      try IndexRun(index: writer, options: .init()).store([article(999, "", "harbour")])
      #expect(try sections() == 1)
      #expect(try sections() == Self.cores)
      try index.read { database in
        let state = try IndexState(database, companions: index.companions)
        try writer.write { try $0.execute("DELETE FROM article WHERE id = 1") }
        // Nor do they catch up while the first connection's transaction lasts.
        for _ in 1...2 {
          #expect(try state.withSections(isLarge: { true }) { $0.count } == 1)
        }
      }
    }
  }

  @Test func smallFilesAreReadByOneCore() throws {
    try withWideIndex(seed: 9) { index, _ in
      #expect(index.companions.count == Self.cores - 1)
      let plain = try ArticleIndex(path: index.path, access: .readOnly, cores: Self.cores)
      #expect(plain.companions.isEmpty)
    }
  }

  @Test(arguments: ["person", "country", "date", "body_length"])
  func damageSeenByAnotherCoreIsAnError(column: String) throws {
    try withWideIndex(seed: 10) { index, writer in
      try writer.write { database in
        try database.execute(
          "UPDATE column_chunk SET data = x'0000' WHERE name = ? AND chunk = 7",
          .text(column))
      }
      var request = request("the OR of")
      request.facets = [FacetRequest(.person), FacetRequest(.country), FacetRequest(.date)]
      let error = #expect(throws: ArticleIndexError.self) {
        try Searcher(open(index.path)).search(request)
      }
      #expect(error?.description.contains("column \(column), chunk 7") == true)
    }
  }

  /// Ids beyond those of all entities would be counted outside of the table.
  @Test func anEntityThatIsNoneIsDamage() throws {
    // Of articles before the last twenty.
    let elsewhere = request("end25") { $0.facets = [FacetRequest(.person)] }
    try withWideIndex(seed: 11) { index, writer in
      let expected = try Searcher(open(index.path)).search(elsewhere).people
      try writer.write { try giveOtherEntities(window: Self.windows - 1, $0) }
      let searcher = Searcher(try open(index.path))
      let error = #expect(throws: ArticleIndexError.self) {
        try searcher.search(request("the OR of") { $0.facets = [FacetRequest(.person)] })
      }
      #expect(error?.description.contains("column person") == true)
      // What was begun is not counted by the next query.
      #expect(expected?.buckets.isEmpty == false)
      #expect(try searcher.search(elsewhere).people == expected)
    }
  }

  private func giveOtherEntities(window: Int, _ database: Connection) throws {
    let chunk = try #require(
      try database.rows(
        "SELECT rowid, data FROM column_chunk WHERE name = 'person' AND chunk = ?",
        .integer(Int64(window))
      ).first)
    var data = chunk.blob("data")
    for at in (ColumnLayout.chunkSize + 1) * 4..<data.count { data[at] = 0x7f }
    try database.execute(
      "UPDATE column_chunk SET data = ? WHERE rowid = ?",
      .blob(data), .integer(chunk.integer("rowid")))
  }

  @Test func everyCoreHeedsTheTime() throws {
    try withWideIndex(seed: 12) { index, _ in
      let timeout = Duration.milliseconds(50)
      #expect(throws: SearchTimeout(timeout: timeout)) { try countForEver(index, timeout) }
    }
  }

  @Test func everyCoreHeedsACancelledTask() async throws {
    let task = Task {
      try withWideIndex(seed: 13) { index, _ in
        try withUnsafeCurrentTask { task in
          try countForEver(index, nil) { task?.cancel() }
        }
      }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// Runs a statement without an end by another connection on another core; `meanwhile` here.
  private func countForEver(
    _ index: ArticleIndex, _ timeout: Duration?, _ meanwhile: () -> Void = {}
  ) throws {
    let sql =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    try index.read { database in
      try Deadline.limiting(index.connections(with: database), to: timeout) { _ in
        try index.companions[0].read { other in
          let other = try #require(other)
          let statement = try Statement(other, sql)
          defer { other.claim() }
          _ = try Cores.both(
            meanwhile,
            {
              other.claim()
              try statement.run()
            })
        }
      }
    }
  }

  @Test func theFirstErrorOfSeveralIsThrown() {
    struct Odd: Error, Equatable { let number: Int }
    #expect(throws: Odd(number: 3)) {
      try [2, 3, 5, 8].mapOnCores { number in
        if number % 2 == 1 { throw Odd(number: number) }
      }
    }
    #expect(throws: Odd(number: 1)) {
      try Cores.both({ throw Odd(number: 1) }, { throw Odd(number: 2) }) as (Int, Int)
    }
    #expect(throws: Odd(number: 2)) {
      try Cores.both({ 1 }, { throw Odd(number: 2) }) as (Int, Int)
    }
  }
}
