internal import CommandLineOptions
internal import Oracle
internal import SearchIndex
internal import SearchModel
internal import TestSupport

/// `wsearch-bench fuzz`: random queries answered by the searcher and by naive means, compared.
struct FuzzCommand: Command {
  static let configuration = CommandConfiguration(
    "fuzz", "Compares answers to random queries with naive ones, SQL and FTS5's MATCH.",
    discussion: """
      Totals, the ten best hits, scores and the three facets of every query are compared with an
      evaluator that looks at every token of every article; phrases, NEAR and prefixes with stock
      MATCH; every hit, every bucket and SQL over the base tables for one query in --thorough.
      Ends with status 1 when anything differs. Each query has a seed of its own: --first N
      --queries 1 repeats query N alone.
      """,
    example: "wsearch-bench fuzz --index news.db --queries 100000 --seed 1")

  @Option("index", "The index.", takes: .file("news.db"))
  var index: String

  @Option("queries", "How many queries.", takes: .number(from: 0))
  var queries = 10_000

  @Option("seed", "The same seed gives the same queries.")
  var seed: UInt64 = 1

  @Option("first", "The number of the first query.", takes: .number(from: 0))
  var first = 0

  @Option(
    "thorough", "One query in so many is compared to the last hit and bucket.",
    takes: .number(from: 1))
  var thorough = 20

  @Option("patience", "Differences after which to stop.", takes: .number(from: 1))
  var patience = 20

  func run() throws {
    let differential = try Differential(ArticleIndex(path: index, access: .readOnly))
    var requests = RandomRequests(differential.naive.corpus, seed: seed)
    var failures = 0
    let clock = ContinuousClock()
    let start = clock.now
    for number in first..<first + queries where failures < patience {
      var chance = SeededGenerator(seed: seed &+ UInt64(number) &* 0x9E37_79B9)
      let request = requests.request(seed: chance.next())
      failures += try check(request, number, differential) ? 0 : 1
    }
    let seconds = Int((clock.now - start) / .seconds(1))
    let counts = differential.counts
    print(
      """
      seed \(seed): \(counts.answers) queries with \(counts.matches) matches in \(seconds) s
      compared to the last hit: \(counts.wholeSets), with FTS5's MATCH: \(counts.stockMatches), \
      facets with SQL: \(counts.sqlFacets)
      differences: \(failures)
      """)
    if failures > 0 { throw ExitCode(1) }
  }

  private func check(
    _ request: SearchRequest, _ number: Int, _ differential: Differential
  ) throws -> Bool {
    let isThorough = number % max(1, thorough) == 0
    let differences = try differential.differences(request, isThorough: isThorough)
    guard !differences.isEmpty else { return true }
    print(
      "query \(number) (\(request.match), \(request.sort), \(request.filters)):",
      "\(request.text.debugDescription), read as \(request.query)")
    for difference in differences { print("  " + difference) }
    return false
  }
}
