import Testing

@testable import CommandLineOptions

/// A wrong line and what a person reads.
struct Mistake: CustomTestStringConvertible {
  let line: [String]
  let message: String

  init(_ line: String, _ message: String) {
    (self.line, self.message) = (line.split(separator: " ").map(String.init), message)
  }

  var testDescription: String { line.joined(separator: " ") }
}

struct MistakeTests {
  @Test(arguments: [
    Mistake("find --limt 3", "there is no option --limt: did you mean --limit?"),
    Mistake("find --Limit 3", "there is no option --Limit: did you mean --limit?"),
    Mistake("find --auth A", "there is no option --auth: did you mean --author?"),
    Mistake("find --foo", "there is no option --foo: `library find --help` lists those there are"),
    Mistake("find --days 3", "--days belongs to `library lend`, not to `library find`"),
    Mistake("find --limit", "--limit needs a value: a whole number, as in --limit 3"),
    Mistake(
      "find --limit --json", "--limit needs a value before --json: a whole number, as in --limit 3"),
    Mistake("find --limit many", "--limit takes a whole number, not 'many'"),
    Mistake("find --since -1", "--since takes a number from 1400, not '-1'"),
    Mistake("find --order size", "--order takes title or year, not 'size'"),
    Mistake("find --json=yes", "--json takes no value: write it without =yes"),
    Mistake("find --since 1900 --until 1800", "--since 1900 is after --until 1800"),
    Mistake(
      "find -x", "there is no option -x: if it is one of the words, write `library find -- -x`"),
    Mistake(
      "find -limit 3",
      "there is no option -limit: write --limit; if it is one of the words, write "
        + "`library find -- -limit`"),
    Mistake(
      "shelf list -e", "there is no option -e: `library shelf list --help` lists those there are"),
    Mistake("lend 12", "lend needs --days (how long), as in `library lend 12 \"Jane\"`"),
    Mistake(
      "lend --days 3", "lend needs BOOK (the book's number), as in `library lend 12 \"Jane\"`"),
    Mistake("lend x --days 3", "BOOK takes a whole number, not 'x'"),
    Mistake(
      "lend 1 Jane Eyre --days 3",
      "unexpected 'Eyre': lend takes only BOOK READER, as in `library lend 12 \"Jane\"`"),
    Mistake("shelf list all", "unexpected 'all': shelf list takes no arguments"),
    Mistake("fnd peace", "there is no command fnd: did you mean `library find peace`?"),
    Mistake("list", "there is no command list: did you mean `library shelf list`?"),
    Mistake(
      "war and peace",
      "there is no command war: to look for books, write `library find \"war and peace\"`"),
    Mistake(
      "shelf lst --empty", "there is no command lst: did you mean `library shelf list --empty`?"),
    Mistake("shelf x", "there is no command x: library shelf takes one of list"),
    Mistake("--days=\u{301}3 lend", "--days belongs to `library lend`: the command comes first"),
    Mistake("--days 3 lend", "--days belongs to `library lend`: the command comes first"),
    Mistake("--verson", "there is no option --verson: did you mean --version?"),
    Mistake("-x", "there is no option -x: `library --help` tells what there is"),
    Mistake("help fnd", "there is no command fnd: did you mean `library help find`?"),
    Mistake(
      "--generate-completion-script csh",
      "--generate-completion-script takes bash, zsh or fish, not 'csh'"),
  ])
  func aMistakeIsOneLine(_ mistake: Mistake) throws {
    #expect(throws: UsageError(mistake.message)) { try Library.program.request(mistake.line) }
  }

  @Test func aLongValueIsCutAndStaysOnItsLine() throws {
    let value = "a\nb" + String(repeating: "c", count: 100)
    let error = #expect(throws: UsageError.self) {
      try Library.program.request(["find", "--order", value])
    }
    #expect(error?.description.hasPrefix("--order takes title or year, not 'a bccc") == true)
    #expect(error?.description.hasSuffix("c…'") == true)
  }

  @Test func whatWouldCommandTheTerminalIsLeftOut() {
    #expect(UsageError("no \u{1B}[31mred\u{9B}0m\u{7F}").description == "no  [31mred 0m ")
  }

  @Test func theNearestNameIsMeant() {
    let names = ["index", "query", "show", "stats"]
    #expect(Spelling.nearest(to: "qeury", among: names) == "query")
    #expect(Spelling.nearest(to: "INDEX", among: names) == "index")
    #expect(Spelling.nearest(to: "stat", among: names) == "stats")
    #expect(Spelling.nearest(to: "que", among: names) == "query")
    #expect(Spelling.nearest(to: "peace", among: names) == nil)
    #expect(Spelling.nearest(to: "s", among: names) == nil)
  }
}
