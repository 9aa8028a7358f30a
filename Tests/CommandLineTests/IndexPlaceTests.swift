import Foundation
import TestSupport
import Testing

/// What `--index` may name: a file by any name it has, and nothing else.
struct IndexPlaceTests {
  private static let commands = [
    ["query", "peace"], ["index", "Examples/news"], ["stats"], ["check"], ["check", "--repair"],
    ["upgrade"], ["show", "wire-17"], ["person", "list"], ["person", "hide", "Lund"],
    ["snapshot", "/tmp/never-made.db"],
  ]

  @Test(arguments: commands)
  func whatIsNoFileIsOneClearError(_ command: [String]) throws {
    try withBinary { binary, folder in
      let pipe = folder.appendingPathComponent("pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      for (path, kind) in [
        (pipe, "named pipe"), ("/dev/null", "device"), (folder.path, "folder"),
      ] {
        let outcome = try binary.run(command + ["--index", path])
        #expect(
          outcome
            == Binary.Outcome(
              status: 2, output: "",
              errors: "wsearch: \(path) is a \(kind), not a file: name another file with --index\n")
        )
      }
    }
  }

  @Test(arguments: commands, ["http://host:9200/news", "https:/host", "HTTP://host/"])
  func anAddressIsNoFolder(_ command: [String], address: String) throws {
    try withBinary { binary, folder in
      let outcome = try binary.bash(
        "cd '\(folder.path)' && wsearch \(command.joined(separator: " ")) --index \(address)")
      #expect(
        outcome
          == Binary.Outcome(
            status: 64, output: "",
            errors: "wsearch: --index takes a file, not the address \(address)\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  /// A name in Latin-1, bytes that are no text at all, and a character that stands for such a byte.
  @Test(arguments: [#"caf\xe9"#, #"\xff\xfe"#, #"\xee\xbe\x80"#, #"a b\n#?%é"#])
  func aNameMayBeOfAnyBytes(_ name: String) throws {
    try withBinary { binary, folder in
      let outcome = try binary.bash(
        """
        cd '\(folder.path)' && mkdir src && export LC_ALL=C
        index=$'\(name).db' article=src/$'\(name).txt'
        printf 'Talks\\n\\nPeace talks began in Oslo.\\n' > "$article"
        wsearch index --index "$index" src --json | grep -o '"indexed":1'
        wsearch index --index "$index" --json | grep -o '"unchanged":1'
        wsearch query --index "$index" talks --json --facet none | grep -o '"total":1'
        wsearch show --index "$index" "$article" | grep -o 'began in Oslo'
        wsearch read "$article" --json | grep -o '"title":"Talks"'
        wsearch tag "$article" --json | grep -o '"code":"NO"'
        wsearch snapshot --index "$index" "copy-$index" > /dev/null
        WSEARCH_INDEX="copy-$index" wsearch check > /dev/null && echo sound
        test -s "$index" -a -s "copy-$index" && echo there
        rm "$article"; wsearch index --prune --index "$index" --json | grep -o '"removed":1'
        """)
      #expect(outcome.errors == "")
      #expect(
        outcome.output.split(separator: "\n") == [
          #""indexed":1"#, #""unchanged":1"#, #""total":1"#, "began in Oslo", #""title":"Talks""#,
          #""code":"NO""#, "sound", "there", #""removed":1"#,
        ])
    }
  }

  /// Hard links and symbolic ones lead to one index with one lock and one log.
  @Test(arguments: [true, false])
  func allNamesOfAFileHaveOneLock(isHard: Bool) throws {
    try withBinary { binary, folder in
      #expect(try binary.run("index", "Examples/news").status == 0)
      let place = folder.appendingPathComponent("other")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let other = Binary(index: place.appendingPathComponent("name.db"))
      try isHard
        ? FileManager.default.linkItem(at: binary.index, to: other.index)
        : FileManager.default.createSymbolicLink(at: other.index, withDestinationURL: binary.index)
      let run = try LongRun(binary, LongRun.write(to: folder))
      try run.waitUntilItWrites()
      let locked = try other.run("person", "hide", "Volodymyr Zelensky")
      #expect(locked.status == 2 || !run.process.isRunning, "\(locked)")
      // What is in the log of one name is seen by the other.
      let seen = try other.run("stats", "--json").json()["articles"] as? Int ?? 0
      run.process.waitUntilExit()
      #expect(try run.complaints == "")
      #expect(53...53 + LongRun.articles ~= seen)
      for name in [binary, other] {
        #expect(try name.run("check").status == 0)
        #expect(
          try name.run("stats", "--json").json()["articles"] as? Int == 53 + LongRun.articles)
      }
      let beside = try FileManager.default.contentsOfDirectory(atPath: place.path)
      #expect(beside.filter { $0.hasPrefix("name.db") } == ["name.db"])
    }
  }

  /// A file that was moved away from a log with changes, as after a kill.
  @Test func aFileWithoutItsLogIsAnErrorThatNamesBoth() throws {
    try withBinary { binary, folder in
      let news = try LongRun.write(to: folder)
      #expect(try binary.run("index", "Examples/news").status == 0)
      let run = try LongRun(binary, news)
      try run.waitUntilItWrites()
      while try Self.size(binary.index.path + "-wal") < 100_000, run.process.isRunning {
        usleep(10_000)
      }
      kill(run.process.processIdentifier, SIGKILL)
      run.process.waitUntilExit()
      let moved = Binary(index: folder.appendingPathComponent("moved.db"))
      try FileManager.default.moveItem(at: binary.index, to: moved.index)
      let log = binary.index.resolvingSymlinksInPath().path + "-wal"
      let complaint =
        "wsearch: \(moved.index.path) was moved, but \(log), which holds changes of it, was not: "
        + "run `mv \(log) \(moved.index.path)-wal`\n"
      for command in [["stats"], ["query", "peace"], ["index", "Examples/news"]] {
        #expect(
          try moved.run(command) == Binary.Outcome(status: 2, output: "", errors: complaint))
      }
      try FileManager.default.moveItem(atPath: log, toPath: moved.index.path + "-wal")
      #expect(try moved.run("check").status == 0)
      #expect(try moved.run("index", news.path).status == 0)
    }
  }

  private static func size(_ path: String) throws -> Int {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return size ?? 0
  }
}
