internal import CommandLineOptions
internal import Foundation
internal import Oracle
internal import QueryLanguage

/// `wsearch-bench parse`: random strings through the parser, timed.
struct ParseCommand: Command {
  static let configuration = CommandConfiguration(
    "parse", "Parses random and damaged query strings: prints back to the same tree, how fast.",
    discussion: """
      Ends with status 1 when a printed query parses to another tree. Times are of this thread's
      processor, the least of three for the slowest.
      """,
    example: "wsearch-bench parse --queries 1000000 --seed 1")

  @Option("queries", "How many strings.", takes: .number(from: 0))
  var queries = 1_000_000

  @Option("seed", "The same seed gives the same strings.")
  var seed: UInt64 = 1

  func run() throws {
    var texts = RandomQueryTexts(seed: seed)
    var slowest = (nanoseconds: UInt64(0), text: "")
    var (total, failures) = (UInt64(0), 0)
    for _ in 0..<queries {
      let text = texts.next()
      var time = Self.time { _ = QueryParser().parse(text) }
      total += time
      for _ in 0..<2 where time > slowest.nanoseconds {
        time = min(time, Self.time { _ = QueryParser().parse(text) })
      }
      if time > slowest.nanoseconds { slowest = (time, text) }
      let query = QueryParser().parse(text).query
      if QueryParser().parse(query.description).query != query {
        failures += 1
        print("\(text.debugDescription) printed \(query.description.debugDescription)")
      }
    }
    print(
      """
      seed \(seed): \(queries) strings, mean \(total / UInt64(max(1, queries)) / 1000) µs, \
      maximum \(slowest.nanoseconds / 1000) µs for \(slowest.text.utf8.count) bytes:
      \(slowest.text.prefix(100).debugDescription) … \(slowest.text.suffix(100).debugDescription)
      printed to another tree: \(failures)
      """)
    if failures > 0 { throw ExitCode(1) }
  }

  private static func time(_ body: () -> Void) -> UInt64 {
    let start = nanoseconds(of: CLOCK_THREAD_CPUTIME_ID)
    body()
    return nanoseconds(of: CLOCK_THREAD_CPUTIME_ID) - start
  }

  private static func nanoseconds(of clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
