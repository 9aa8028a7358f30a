import Foundation
import IndexDefinition
import OperatingSystem
import SearchIndex
import SearchModel
import Synchronization
import TestSupport
import Testing

/// Many threads that ask at once, at rest and beside a writer.
struct ReaderPoolTests {
  private static let askers = 8

  /// What they share is made and read at once: columns, names, floors, counts, codes, stems.
  @Test(arguments: [3, 4] as [UInt64])
  func threadsGetTheAnswersOfOne(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let articles = corpus.articles(600)
    let requests = (0..<60).map { requestOfManyKinds($0, &corpus) }
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      try store(articles, in: ArticleIndex(path: path, access: .readWrite))
      let searcher = Searcher(try ArticleIndex(path: path, access: .readOnly))
      let expected = try requests.map { try results(searcher, $0) }
      let pool = try ReaderPool(path: path, readers: 4)
      try onThreads(Self.askers) { thread in
        for step in 0..<2 * requests.count {
          let number = (step + thread * 7) % requests.count
          let got = try results(pool, requests[number])
          #expect(got == expected[number], "seed \(seed), number \(number)")
        }
      }
    }
  }

  private func requestOfManyKinds(_ number: Int, _ corpus: inout RandomCorpus) -> SearchRequest {
    var request = SearchRequest(text: "", query: corpus.query())
    request.match = number % 2 == 0 ? .any : .all
    request.ranking = number % 3 == 0 ? .fast : .best
    request.sort = number % 7 == 0 ? .newest : .relevance
    if number % 4 == 0 { request.filters.countries = [RandomCorpus.countries[number % 5]] }
    if number % 6 == 0 { request.timeline = FacetRequest(.person) }
    return request
  }

  private func results(
    _ source: some AnswerSource, _ request: SearchRequest
  ) throws -> SearchResults {
    var results = try source.search(request)
    results.seconds = 0
    return results
  }

  // MARK: - Waiting

  /// Runs `body` while another thread has one of the pool's readers.
  private func withOneReaderTaken(_ pool: ReaderPool, _ body: () throws -> Void) throws {
    let isTaken = DispatchSemaphore(value: 0)
    let isOver = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      _ = try? pool.answer(request("wheat")) { _, _ in
        isTaken.signal()
        isOver.wait()
      }
      isTaken.signal()
    }
    isTaken.wait()
    defer {
      isOver.signal()
      isTaken.wait()
    }
    try body()
  }

  @Test func waitingForAReaderIsPartOfTheRequestsTime() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      try store([article(1, "Harbour", "Wheat")], in: ArticleIndex(path: path, access: .readWrite))
      let pool = try ReaderPool(path: path, readers: 1)
      try withOneReaderTaken(pool) {
        let timeout = Duration.milliseconds(20)
        #expect(throws: SearchTimeout(timeout: timeout)) {
          try pool.search(request("wheat") { $0.timeout = timeout })
        }
      }
      #expect(try pool.search(request("wheat")).total == 1)
    }
  }

  /// What was read of one file must not be taken for what is in another.
  @Test func aFileThatTookThePlaceIsNotReadByThePoolOfTheOld() throws {
    try withTemporaryDirectory { folder in
      let paths = ["old", "new"].map { folder.appendingPathComponent("\($0).db").path }
      for path in paths {
        let articles = [article(1, "Harbour", "Wheat of " + path)]
        try store(articles, in: ArticleIndex(path: path, access: .readWrite))
      }
      let pool = try ReaderPool(path: paths[0], readers: 2)
      try withOneReaderTaken(pool) {
        for ending in ["-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: paths[0] + ending)
        }
        try FileManager.default.removeItem(atPath: paths[0])
        try FileManager.default.moveItem(atPath: paths[1], toPath: paths[0])
        let error = #expect(throws: ArticleIndexError.self) {
          try pool.search(request("wheat"))
        }
        #expect(error?.description.hasSuffix("open the index again") == true)
      }
    }
  }

  // MARK: - Beside a writer

  /// Articles of one commit.
  private static let batchSize = 10
  private static let batches = 40

  /// Each commit adds ten articles with a person of their own and gives ten older ones another: in
  /// one state every article has one person and a day, and their number is a multiple of ten.
  @Test func everyAnswerIsOfOneStateWhileAWriterCommits() throws {
    try withTemporaryDirectory { folder in
      let path = folder.appendingPathComponent("index.db").path
      let writer = try ArticleIndex(path: path, access: .readWrite)
      try store(batch(0, person: "Ada Quill"), in: writer)
      let pool = try ReaderPool(path: path, readers: 3)
      let isOver = Atomic(false)
      try onThreads(Self.askers + 1) { thread in
        if thread < Self.askers {
          try askUntil(isOver, pool)
        } else {
          defer { isOver.store(true, ordering: .releasing) }
          for number in 1..<Self.batches { try commit(number, to: writer) }
        }
      }
      #expect(try pool.search(wheat).total == Self.batchSize * Self.batches)
    }
  }

  private func commit(_ number: Int, to writer: ArticleIndex) throws {
    let older = batch(number / 2, person: "Bo Marsh \(number)")
    try store(older + batch(number, person: "Cy Voss \(number)"), in: writer)
  }

  private func batch(_ number: Int, person: String) -> [(Article, Tags)] {
    let mention = [Mention(field: .body, range: 0..<1, rule: "test")]
    let tags = Tags(people: [PersonTag(name: person, mentions: mention)], countries: [])
    return (0..<Self.batchSize).map { place in
      let article = Article(
        id: "\(number)-\(place)", title: "", body: "wheat of \(person)",
        date: CalendarDate(year: 2025, month: 1 + number % 12, day: 1 + place))
      return (article, tags)
    }
  }

  private var wheat: SearchRequest {
    request("wheat") { request in
      request.facets = [FacetRequest(.person), FacetRequest(.date)]
      request.facets[0].limit = .max
    }
  }

  private func askUntil(_ isOver: borrowing Atomic<Bool>, _ pool: ReaderPool) throws {
    var least = Self.batchSize
    repeat {
      let answer = try pool.search(wheat)
      #expect(answer.total >= least && answer.total % Self.batchSize == 0)
      #expect(answer.people?.buckets.reduce(0) { $0 + $1.count } == answer.total)
      #expect(answer.dates?.facet.buckets.reduce(0) { $0 + $1.count } == answer.total)
      #expect(answer.people?.buckets.allSatisfy { $0.count == Self.batchSize } == true)
      #expect(answer.hits.count == min(wheat.limit, answer.total))
      least = answer.total
    } while !isOver.load(ordering: .acquiring)
  }

  /// Runs `body` on so many threads, numbered from 0, and waits for them.
  private func onThreads(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Void
  ) throws {
    let failures = Guarded<[any Error]>([])
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      Thread.detachNewThread {
        do { try body(number) } catch { failures.withLock { $0.append(error) } }
        group.leave()
      }
    }
    group.wait()
    try failures.withLock { if let first = $0.first { throw first } }
  }
}
