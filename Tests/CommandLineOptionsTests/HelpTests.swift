import Testing

@testable import CommandLineOptions

struct HelpTests {
  private func page(_ width: Int) -> HelpPage {
    HelpPage(
      Library.program.root.following(["find"]).path, Declaration(FindCommand.self).parameters,
      width: width)
  }

  @Test func helpStandsInGroups() {
    #expect(
      page(80).full == """
        Usage: library find [OPTION…] [WORDS…]

        Finds books.

        All words must be there.

        Capitals never matter.

        Example: library find "north and south" --order year

        ARGUMENTS
          [WORDS…]            Words of the title.

        FILTERS
          --author NAME       Books by this author.
          --since N           Printed since this year.
          --until N           Printed until this year.

        OTHER OPTIONS
          --shelf FILE        Which shelf.
          --json              Prints JSON.
          --columns COLUMNS   What to print of a book. Default: title.
          --order title|year  Order of the books. Default: title.
          --share X           The share of pages. Default: 0.5.
          --limit N           Books to print; fewer are quicker. Default: 10.
          --tags TEXT…        Tags.
          --all-copies        Every copy of a book.
          -h, --help          -h in short, --help in full.

        PATTERNS
          a*b    any letters between
          'x'    the letter alone

        """)
  }

  @Test func theShortHelpCutsAtTheFirstSemicolon() {
    #expect(page(80).brief.contains("  --limit N           Books to print\n"))
    #expect(page(80).brief.contains("\nExample: library find \"north and south\" --order year\n"))
  }

  @Test(arguments: [40, 60, 80, 100])
  func noLineOfProseIsWiderThanThePage(_ width: Int) {
    let lines = page(width).full.split(separator: "\n").filter { !$0.hasPrefix("Example:") }
    #expect(lines.allSatisfy { $0.count <= width })
  }

  @Test func preparedBlocksStandAsWritten() {
    #expect(page(40).full.contains("\n  a*b    any letters between\n  'x'    the letter alone\n"))
  }

  @Test func whatStandsInBackticksIsNotBroken() {
    let lines = Wrapping.lines("Write them with `person rules > FILE` at once.", width: 24)
    #expect(lines == ["Write them with", "`person rules > FILE` at", "once."])
  }

  @Test func theWidthIsSensible() {
    #expect(TerminalWidth.chosen(named: nil, window: nil) == 80)
    #expect(TerminalWidth.chosen(named: nil, window: 72) == 72)
    #expect(TerminalWidth.chosen(named: nil, window: 200) == 100)
    #expect(TerminalWidth.chosen(named: nil, window: 12) == 40)
    #expect(TerminalWidth.chosen(named: 90, window: 72) == 90)
    #expect(TerminalWidth.chosen(named: 0, window: 72) == 72)
    #expect(TerminalWidth.chosen(named: -5, window: nil) == 80)
  }

  @Test(arguments: [
    [], ["--help"], ["-h"], ["help"], ["help", "find"], ["find", "--help"], ["find", "-h"],
    ["find", "--limt", "-h"], ["help", "shelf", "list"], ["shelf"], ["shelf", "help", "list"],
    ["shelf", "--help"], ["lend", "--help"], ["find", "--author", "-h"],
    ["find", "north", "--author", "--help"], ["lend", "--days", "-h"],
    ["help", "--help"], ["help", "help"], ["--verson", "--help"], ["help", "find", "-h"],
    ["--generate-completion-script", "--help"],
  ])
  func helpIsPrinted(_ line: [String]) throws {
    guard case .print(let text) = try Library.program.request(line) else {
      Issue.record("no help")
      return
    }
    #expect(text.hasPrefix("Usage: library"))
  }

  /// Alone it asks for help, even where a value is missing; see `helpIsPrinted`.
  @Test(arguments: ["-h", "--help"])
  func helpBehindAnEqualsSignIsAValue(_ word: String) throws {
    let line = ["find", "--author=\(word)", "--shelf=\(word)"]
    guard case .run(let command) = try Library.program.request(line) else {
      Issue.record("no command")
      return
    }
    let find = try #require(command as? FindCommand)
    #expect(find.filters.author == [word] && find.shelf.shelf == word)
  }

  @Test func helpBehindTwoDashesIsAWord() throws {
    guard case .run(let command) = try Library.program.request(["find", "--", "--help"]) else {
      Issue.record("no command")
      return
    }
    #expect((command as? FindCommand)?.words == ["--help"])
  }
}
