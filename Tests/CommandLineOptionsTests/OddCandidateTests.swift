import Testing

@testable import CommandLineOptions

/// Candidates as they come out of data that nobody has looked through.
struct OddCandidateTests {
  private func program(_ candidates: Candidate...) -> Program {
    Program(Library.self, values: { _, _, _ in candidates })
  }

  private func offered(_ candidate: Candidate) -> [Candidate] {
    Suggester(program: program(candidate))
      .suggestions(after: ["find", "--author"], current: "").candidates
  }

  @Test(arguments: [
    "Esc\u{1b}]0;pwn\u{07}Press", "a\u{9b}31m", "a\nb", "a\r\nb", "a\tb", "a\u{0}b", "a\u{7f}",
    "a\u{85}b", "a\u{202a}b", "a\u{202e}b", "a\u{2066}b", "a\u{2069}b", "e\u{1b}\u{301}",
  ])
  func aValueThatWouldCommandTheTerminalIsLeftOut(_ value: String) {
    #expect(offered(Candidate(value)) == [])
  }

  @Test(arguments: ["Łódź", "e\u{301}tude", "新華社", "ا\u{200f}ب", "👩\u{200d}🚀"])
  func otherValuesStayAsTheyAre(_ value: String) {
    #expect(offered(Candidate(value)) == [Candidate(value)])
  }

  @Test func aNoteKeepsWhatCanBeShown() {
    let note = "3\u{1b}[31m\u{202e} articles\nof\r\n2025\tall\u{0}"
    #expect(
      offered(Candidate("a", note: note)) == [Candidate("a", note: "3[31m articles of 2025 all")])
  }

  @Test func aQuoteIsEndedWhereReadlineWouldNot() {
    let program = program(Candidate("Wham!"), Candidate("say \"yes\""), Candidate("Rock 'n'"))
    func answer(_ line: String) -> [String] {
      program.answer(to: ["bash", "library find --author " + line, ""])
        .split(separator: "\n").dropFirst().map(String.init)
    }
    #expect(answer("\"") == ["Wham\"\\!\"\"", "say \\\"yes\\\"\"", "Rock 'n'"])
    #expect(answer("'") == ["Wham!", "say \"yes\"", "Rock '\\''n'\\'''"])
  }

  /// A quote that ended unseen would leave the rest to be run.
  @Test func aMarkDoesNotHideAQuote() {
    let program = program(Candidate("a\"\u{301};b'\u{301}!\u{301}"))
    func answer(_ line: String) -> String {
      program.answer(to: ["bash", "library find --author " + line, "a"])
    }
    #expect(answer("a") == "words\na\\\"\u{301}\\;b\\'\u{301}\\!\u{301}\n")
    #expect(answer("\"a") == "words\na\\\"\u{301};b'\u{301}\"\\!\"\u{301}\n")
    #expect(answer("'a") == "words\na\"\u{301};b'\\''\u{301}!\u{301}\n")
    #expect(ShellWord("'\u{301}'\u{302}a").text == "\u{301}\u{302}a")
    #expect(ShellWord.quotedAlways("$\u{301}'\u{301}") == "'$\u{301}'\\''\u{301}'")
  }

  /// An interactive bash would look for a command that began with `at`.
  @Test func anExclamationMarkIsNoHistoryBehindADoubleQuote() {
    let program = program(Candidate("Panic!at"))
    func answer(_ line: String, _ replaced: String) -> String {
      program.answer(to: ["bash", "library find --author " + line, replaced])
    }
    #expect(answer("\"Pan", "Pan") == "words\nPanic\"\\!\"at\n")
    #expect(answer("Pan", "Pan") == "words\nPanic\\!at\n")
    #expect(answer("'Pan", "Pan") == "words\nPanic!at\n")
    #expect(ShellWord("\"Panic\"\\!\"at\"").text == "Panic!at")
    #expect(answer("\"Panic\"\\!\"a", "a") == "words\nat\n")
  }
}
