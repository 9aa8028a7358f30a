import OperatingSystem
import TestSupport
import Testing

@testable import wsearch

/// What the tab key offers of queries; the shells' own part is `CommandLineOptionsTests`.
struct CompletionTests {
  private func values(_ typed: String) -> [String] {
    QueryCompletion(typed: typed).values { kind, prefix in
      [(value: "\(kind) \(prefix)", note: ""), (value: "Macron", note: "")]
    }.map(\.value)
  }

  @Test func theLastWordOfAQueryIsCompleted() {
    #expect(values("p") == ["person:"])
    #expect(values("peace p") == ["peace person:"])
    #expect(values("peace -c") == ["peace -country:"])
    #expect(values("(peace OR t") == ["(peace OR title:"])
    #expect(values("peac") == [])
    #expect(values("title:p") == [])
  }

  @Test func valuesOfSeveralWordsStandInQuotationMarks() {
    #expect(values("person:mac") == ["person:\"person mac\"", "person:Macron"])
    #expect(values("war person:\"Emmanuel M").first == "war person:\"person Emmanuel M\"")
    #expect(values("-country:fr").first == "-country:\"country fr\"")
  }

  @Test func countriesGoByNameAndCode() {
    func countries(_ prefix: String) -> [String] {
      IndexCompletion.values(kind: "country", prefix: prefix, indexPath: "").map(\.value)
    }
    #expect(countries("united k") == ["United Kingdom"])
    #expect(countries("kingdom").contains("United Kingdom"))
    #expect(countries("FR") == ["FR"])
    #expect(countries("nowhere") == [])
  }

  @Test func anIndexThatIsNotThereIsSilence() throws {
    #expect(IndexCompletion.values(kind: "person", prefix: "", indexPath: "/no/such").isEmpty)
    try withBinary { binary, _ in
      let outcome = try binary.run("---complete", "fish", "query", "--person", "mac")
      #expect(outcome == Binary.Outcome(status: 0, output: "words\n", errors: ""))
    }
  }

  /// bash's own script, run by bash where there is one.
  @Test func bashCompletesPeopleOfTheIndex() throws {
    try withExamples { binary in
      let line = "wsearch query --person emmanuel\\ mac"
      let script = """
        source <(wsearch --generate-completion-script bash) 2>/dev/null
        COMP_LINE='\(line)' COMP_POINT=\(line.count)
        _wsearch wsearch 'emmanuel\\ mac' && printf '%s\\n' "${COMPREPLY[@]}"
        """
      let outcome = try binary.bash(script).output
      #expect(outcome.split(separator: "\n").first == "Emmanuel\\ Macron")
    }
  }

  /// On a line that is not yet whole nobody but the program itself can tell what `~` stands for.
  @Test(arguments: ["--index ~/index.db", "--index=~/index.db"])
  func theIndexOfTheLineMayLieInTheHomeFolder(_ option: String) throws {
    try withExamples { binary in
      let words = option.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
      let script = """
        export HOME=${WSEARCH_INDEX%/*} WSEARCH_INDEX=
        wsearch ---complete fish query \(words) --person emmanuel\\ mac
        """
      let outcome = try binary.bash(script)
      #expect(outcome.output.hasPrefix("words\nEmmanuel Macron\t"))
    }
  }

  @Test func aPathOfTheHomeFolderIsItsOwn() {
    let home = Environment.homeFolder
    #expect(IndexCompletion.path(named: "~/a/b.db") == home + "/a/b.db")
    #expect(IndexCompletion.path(named: "~a/b.db") == "~a/b.db")
    #expect(IndexCompletion.path(named: "a/~/b.db") == "a/~/b.db")
    #expect(IndexCompletion.path(named: nil) == IndexLocation.path(named: nil))
  }
}
