internal import CommandLineOptions
internal import Foundation
internal import IndexDefinition
internal import QueryLanguage
internal import SearchIndex
internal import SearchModel
internal import Synchronization

/// `wsearch-bench threads`: many that ask one index at once, at rest and beside a writer.
struct ThreadsCommand: Command {
  static let configuration = CommandConfiguration(
    "threads", "Times one thread, then many, over one pool of readers.",
    discussion: """
      One row a measurement: threads, articles written, answers, answers a second, how many times
      the rate of one thread, wrong answers. An answer is wrong when its total is not that of the
      first thread's. With --writes a copy of the index is written to meanwhile, ten articles a
      commit; then an answer to a query for those is wrong when it is not of one commit.
      """,
    example: "wsearch-bench threads --index news.db --queries queries.jsonl --seconds 60")

  @Option("index", "The index.", takes: .file("news.db"))
  var index: String

  @Option("queries", "Queries, one JSON object a line.", takes: .file("queries.jsonl"))
  var queries: String

  @Option("threads", "How many ask at once.", takes: .number(from: 1))
  var threads = 8

  @Option("readers", "Readers of the pool; else two a core.", takes: .number(from: 1))
  var readers: Int?

  @Option("seconds", "How long each measurement takes.", takes: .number(from: 1))
  var seconds = 10

  @Option("writes", "Articles written a second.", takes: .number(from: 0))
  var writes = 0

  func run() throws {
    let texts = try BenchmarkQuery.read(path: queries).map(\.text)
    let requests = texts.map { SearchRequest(text: $0, query: QueryParser().parse($0).query) }
    guard !requests.isEmpty else { throw UsageError("there are no queries in \(queries)") }
    print("threads,written,answers,answers a second,ratio,wrong")
    let totals = try first(requests)
    let alone = try measure(1, requests, totals, at: index)
    alone.show(beside: alone)
    try measure(threads, requests, totals, at: index).show(beside: alone)
    if writes > 0 { try besideAWriter(requests, alone) }
  }

  /// The totals that are right.
  private func first(_ requests: [SearchRequest]) throws -> [Int] {
    let searcher = Searcher(try ArticleIndex(path: index, access: .readOnly))
    return try requests.map { try searcher.search($0).total }
  }

  private func measure(
    _ threads: Int, _ requests: [SearchRequest], _ totals: [Int], at path: String
  ) throws -> ThreadsMeasurement {
    let pool = try ReaderPool(path: path, readers: readers)
    for request in requests { _ = try pool.search(request) }
    return try ThreadsMeasurement(threads: threads, seconds: seconds) { step in
      let number = step % requests.count
      return try pool.search(requests[number]).total == totals[number]
    }
  }

  private func besideAWriter(_ requests: [SearchRequest], _ alone: ThreadsMeasurement) throws {
    let copy = NSTemporaryDirectory() + "wsearch-bench-\(UUID().uuidString).db"
    try FileManager.default.copyItem(atPath: index, toPath: copy)
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + end) }
    }
    let writer = try CommitClock(index: copy, perSecond: writes)
    let pool = try ReaderPool(path: copy, readers: readers)
    var many = try writer.writing {
      try ThreadsMeasurement(threads: threads, seconds: seconds) { step in
        guard step % 10 == 0 else {
          _ = try pool.search(requests[step % requests.count])
          return true
        }
        return CommitClock.isOfOneCommit(try pool.search(CommitClock.request))
      }
    }
    many.written = writer.written
    many.show(beside: alone)
  }
}

/// How many answers threads got, and how many of them were wrong.
struct ThreadsMeasurement {
  let threads: Int
  let seconds: Double
  let answers: Int
  let wrong: Int
  var written = 0

  /// Runs `answer` on so many threads for so long.
  ///
  /// - Parameter answer: Gets the number of the step, each thread from another one on; false for a
  ///   wrong answer.
  init(
    threads: Int, seconds: Int, _ answer: @escaping @Sendable (Int) throws -> Bool
  ) throws {
    let outcome = Mutex<(answers: Int, wrong: Int, error: (any Error)?)>((0, 0, nil))
    let clock = ContinuousClock()
    let start = clock.now
    let end = start + .seconds(seconds)
    let group = DispatchGroup()
    for thread in 0..<threads {
      group.enter()
      Thread.detachNewThread {
        var (answers, wrong) = (0, 0)
        do {
          while clock.now < end {
            if try !answer(answers + thread * 37) { wrong += 1 }
            answers += 1
          }
        } catch { outcome.withLock { $0.error = error } }
        outcome.withLock { ($0.answers, $0.wrong) = ($0.answers + answers, $0.wrong + wrong) }
        group.leave()
      }
    }
    group.wait()
    let (found, mistakes, error) = outcome.withLock { $0 }
    if let error { throw error }
    (self.threads, answers, wrong) = (threads, found, mistakes)
    self.seconds = (clock.now - start) / .seconds(1)
  }

  func show(beside alone: ThreadsMeasurement) {
    let ratio = Double(answers) / seconds / (Double(alone.answers) / alone.seconds)
    print(
      threads, written, answers, Int(Double(answers) / seconds), String(format: "%.2f", ratio),
      wrong,
      separator: ",")
  }
}

/// A writer that commits ten articles at a time, so often that it writes so many a second.
final class CommitClock: Sendable {
  private static let batchSize = 10
  private static let word = "zzcommitclock"

  private let index: ArticleIndex
  private let perSecond: Int
  private let count = Atomic(0)
  private let isOver = Atomic(false)

  init(index path: String, perSecond: Int) throws {
    index = try ArticleIndex(path: path, access: .readWrite)
    self.perSecond = perSecond
  }

  var written: Int { count.load(ordering: .relaxed) }

  /// Finds all that was written.
  static var request: SearchRequest {
    SearchRequest(text: word, query: QueryParser().parse("=" + word).query)
  }

  /// Whether the answer to the request shows whole commits, and the same ones all through.
  static func isOfOneCommit(_ answer: SearchResults) -> Bool {
    let dated = answer.dates?.facet.buckets.reduce(0) { $0 + $1.count } ?? 0
    return answer.total % batchSize == 0 && dated == answer.total
  }

  /// Writes for as long as `body` runs.
  func writing<R>(_ body: () throws -> R) throws -> R {
    let failure = Mutex<(any Error)?>(nil)
    let group = DispatchGroup()
    group.enter()
    Thread.detachNewThread { [self] in
      do { try write() } catch { failure.withLock { $0 = error } }
      group.leave()
    }
    let result = Result { try body() }
    isOver.store(true, ordering: .relaxed)
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
    return try result.get()
  }

  private func write() throws {
    let clock = ContinuousClock()
    let start = clock.now
    while !isOver.load(ordering: .relaxed) {
      try commit(written)
      let due = start + .seconds(1) * written / perSecond
      while clock.now < due, !isOver.load(ordering: .relaxed) {
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
  }

  private func commit(_ first: Int) throws {
    let articles = (first..<first + Self.batchSize).map { number in
      let date = CalendarDate(year: 2025, month: 1 + number % 12, day: 1 + number % 28)
      let article = Article(
        id: "commit-\(number)", title: "", body: "\(Self.word) \(number)", date: date)
      return (article, Tags())
    }
    var options = IndexingOptions()
    options.keepsDuplicates = true
    try IndexRun(index: index, options: options).store(articles)
    count.add(Self.batchSize, ordering: .relaxed)
  }
}
