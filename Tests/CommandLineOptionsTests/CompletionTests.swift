import Testing

@testable import CommandLineOptions

struct CompletionTests {
  private func values(_ words: String..., current: String) -> [String] {
    Suggester(program: Library.program).suggestions(after: words, current: current)
      .candidates.map(\.value)
  }

  private func answer(_ words: String...) -> [String] {
    Library.program.answer(to: words).split(separator: "\n").map(String.init)
  }

  @Test func commandsAndOptionsAreOffered() {
    #expect(values(current: "") == ["find", "lend", "shelf", "help"])
    #expect(values(current: "l") == ["lend"])
    #expect(values("shelf", current: "") == ["list", "help"])
    #expect(values("help", "shelf", current: "") == ["list"])
    #expect(values(current: "--v") == ["--version"])
    #expect(values("--generate-completion-script", current: "") == ["bash", "zsh", "fish"])
    #expect(values("find", current: "--s") == ["--since", "--shelf", "--share"])
    #expect(values("lend", "--days", "3", current: "--") == ["--help"])
    #expect(values("shelf", "list", current: "") == ["--empty", "--help"])
  }

  @Test func valuesAreOffered() {
    #expect(values("find", "--order", current: "") == ["title", "year"])
    #expect(values("find", "--order", current: "Y") == ["year"])
    #expect(values("find", current: "--order=") == ["--order=title", "--order=year"])
    #expect(values("find", "--columns", current: "t") == ["title"])
    #expect(values("find", "--columns", current: "year,") == ["year,title", "year,shelf"])
    #expect(values("find", "--limit", current: "") == [])
    #expect(values("find", "--author", current: "J") == ["Jane Austen", "James O'Hara"])
    #expect(values("find", "--", current: "C") == ["Colette"])
    let files = Suggester(program: Library.program)
      .suggestions(after: ["find", "--shelf"], current: "")
    #expect(files == .files)
  }

  @Test func theProgramKnowsTheOptionsOfTheLine() {
    let found = Suggester(program: Library.program)
      .suggestions(after: ["find", "--shelf", "novels", "--author"], current: "C")
    #expect(found.candidates == [Candidate("Colette", note: "author of novels")])
  }

  @Test func aMarkBehindTheEqualsSignIsOfTheValue() {
    let program = Program(
      Library.self,
      values: { _, typed, options in [Candidate(typed, note: options["shelf"] ?? "")] })
    let found = Suggester(program: program)
      .suggestions(after: ["find", "--shelf=\u{301}s"], current: "--author=\u{301}a")
    #expect(found.candidates == [Candidate("--author=\u{301}a", note: "\u{301}s")])
  }

  @Test func bashGetsWhatReadlinePutsIn() {
    #expect(answer("bash", "library find --author C", "C") == ["words", "Colette"])
    #expect(answer("bash", "library find --author Jan", "Jan") == ["words", "Jane\\ Austen"])
    #expect(answer("bash", "library find --author \"Jan", "Jan") == ["words", "Jane Austen"])
    #expect(
      answer("bash", "library find --author 'James", "James") == ["words", "James O'\\''Hara"])
    #expect(answer("bash", "library find --author Jane\\ A", "Jane\\ A").last == "Jane\\ Austen")
    #expect(answer("bash", "library find --order=y", "y") == ["words", "year"])
    #expect(answer("bash", "library find --shelf ", "") == ["files"])
  }

  @Test func zshAndFishGetValuesWithNotes() {
    #expect(answer("zsh", "find", "--author", "'Jan") == ["words", "Jane Austen\tauthor of all"])
    #expect(answer("fish", "find", "--author", "Jan") == ["words", "Jane Austen\tauthor of all"])
    #expect(answer("zsh", "lend", "--da") == ["words", "--days\tHow long"])
  }

  @Test func candidatesThatDoNotGoOnFromWhatIsTypedAreAMenu() {
    let names = ["Jane Austen", "James O'Hara"]
    #expect(ShellAnswer(Suggestions(), lines: [], values: names, typed: "a").text == "words menu\n")
    #expect(ShellAnswer(Suggestions(), lines: [], values: names, typed: "J").text == "words\n")
    #expect(
      ShellAnswer(Suggestions(), lines: [], values: ["a:"], typed: "").text == "words nospace\n")
  }

  @Test func fishKeepsWhatHoldsTheTypedLettersInTheirCase() {
    let candidate = Candidate("person:\"Emmanuel Macron\"")
    #expect(candidate.keeping("person:emm").value == "person:\"emmanuel Macron\"")
    #expect(Candidate("Jane Austen").keeping("aust").value == "Jane Austen")
  }

  @Test func aLineIsCutAsAShellCutsIt() {
    let (before, current) = ShellReader.read("a 'b c' \"d \\\" e\" f\\ g 'h i")
    #expect(before.map(\.text) == ["a", "b c", "d \" e", "f g"])
    #expect(current == ShellWord("'h i"))
    #expect(current.text == "h i" && current.open == .single && current.raw == "'h i")
    #expect(ShellReader.read("a ").current == ShellWord())
  }

  @Test func wordsAreQuotedForAShell() {
    #expect(ShellWord.quoted("peace") == "peace")
    #expect(ShellWord.quoted("peace talks") == "\"peace talks\"")
    #expect(ShellWord.quoted("say \"yes\"") == "'say \"yes\"'")
    #expect(ShellWord.quoted("O'Brien's \"x\"") == "'O'\\''Brien'\\''s \"x\"'")
    #expect(ShellWord.quoted("") == "\"\"")
  }

  @Test(arguments: Shell.allCases)
  func scriptsCallTheProgram(_ shell: Shell) {
    let script = CompletionScript(program: "wsearch-bench").text(for: shell)
    #expect(script.contains("---complete \(shell.rawValue)"))
    #expect(script.contains("_wsearch_bench"))
  }
}
