import Foundation
import TestSupport
import Testing

/// Whoever ends a run gets one line and a sound index, which the same command completes.
struct EndSignalTests {
  @Test(arguments: [(SIGINT, "interrupted"), (SIGTERM, "terminated")])
  func anEndThatIsAskedForIsToldInOneLine(signal: Int32, word: String) throws {
    try withBinary { binary, folder in
      let news = try LongRun.write(to: folder)
      let run = try LongRun(binary, news)
      try run.waitUntilItWrites()
      kill(run.process.processIdentifier, signal)
      run.process.waitUntilExit()
      #expect(run.process.terminationReason == .uncaughtSignal)
      #expect(run.process.terminationStatus == signal)
      #expect(
        try run.complaints
          == "wsearch: \(word): \(binary.index.path) keeps what was stored, the same command goes on "
          + "from there\n")
      let check = try binary.run("check")
      #expect(check.status == 0 || check.errors.contains("no index at"), "\(check)")
      #expect(try binary.run("index", "--memory", "4M", news.path).status == 0)
      #expect(try binary.run("check").status == 0)
      #expect(try binary.run("stats", "--json").json()["articles"] as? Int == LongRun.articles)
    }
  }

  /// A shell that starts a command in the background has it ignore SIGINT.
  @Test func whatWasIgnoredStaysIgnored() throws {
    try withBinary { binary, _ in
      let outcome = try binary.bash(
        """
        trap '' INT
        wsearch read - <<<'Peace talks' & run=$!
        kill -INT $run; wait $run
        """)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("Peace talks"))
    }
  }

  @Test(arguments: [1, 60, 300, 900])
  func aFileThatMayNotGrowIsAnErrorThatNamesIt(kilobytes: Int) throws {
    try withBinary { binary, folder in
      let news = try LongRun.write(to: folder)
      let outcome = try binary.bash(
        "ulimit -f \(kilobytes); wsearch index --memory 4M \(news.path)")
      #expect(
        outcome
          == Binary.Outcome(
            status: 2, output: "",
            errors: "wsearch: no file may grow as large as \(binary.index.path) must (ulimit -f): "
              + "raise the limit and run the same command again\n"))
      let check = try binary.run("check")
      #expect(check.status == 0 || check.errors.contains("no index at"), "\(check)")
      #expect(try binary.run("index", "--memory", "4M", news.path).status == 0)
      #expect(try binary.run("check").status == 0)
    }
  }

  @Test func anExportThatMayNotGrowIsAnError() throws {
    try withExamples { binary in
      let outcome = try binary.bash(
        "ulimit -f 1; wsearch query --limit all --format jsonl > '\(binary.index.path).jsonl'")
      #expect(
        outcome
          == Binary.Outcome(status: 2, output: "", errors: "wsearch: stdout: File too large\n"))
    }
  }
}
