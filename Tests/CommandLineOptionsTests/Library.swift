import CommandLineOptions
import SearchModel

/// A program of some size for the tests: a library's catalogue.
struct Library: Command {
  static let configuration = CommandConfiguration(
    "library", "Lends books.",
    subcommands: [FindCommand.self, LendCommand.self, ShelfCommand.self],
    words: Words("look for books", command: "find"))

  static let program = Program(
    Library.self, version: { "library 1.0" },
    values: { kind, prefix, options in
      let shelf = options["shelf"] ?? "all"
      return ["Jane Austen", "James O'Hara", "Colette"].filter { $0.hasPrefix(prefix) }
        .map { Candidate($0, note: "\(kind) of \(shelf)") }
    })
}

enum Order: String, CaseIterable, OptionValue { case title, year }

struct ShelfOptions: OptionGroup {
  @Option("shelf", "Which shelf.", takes: .file("novels")) var shelf: String?
  @Flag("json", "Prints JSON.") var json
}

struct FindFilters: OptionGroup {
  @Option("author", "Books by this author.", takes: .author, isCommon: true) var author: [String]
  @Option("since", "Printed since this year.", takes: .number(from: 1400, example: "1900"))
  var since: Int?
  @Option("until", "Printed until this year.", takes: .number(from: 1400, example: "1950"))
  var until: Int?

  func validate() throws {
    if let since, let until, since > until {
      throw UsageError("--since \(since) is after --until \(until)")
    }
  }
}

struct FindCommand: Command {
  static let configuration = CommandConfiguration(
    "find", "Finds books.", discussion: "All words must be there.\n\nCapitals never matter.",
    example: "library find \"north and south\" --order year",
    chapters: [Chapter("Patterns", "  a*b    any letters between\n  'x'    the letter alone")])

  @Group("Filters") var filters: FindFilters
  @Group var shelf: ShelfOptions
  @Option("columns", "What to print of a book.", takes: FindCommand.columns) var columns = "title"
  @Option("order", "Order of the books.") var order: Order = .title
  @Option("share", "The share of pages.") var share = 0.5
  @Option("limit", "Books to print; fewer are quicker.") var limit = 10
  @Option("tags", "Tags.", isGreedy: true) var tags: [String]
  @Flag("all-copies", "Every copy of a book.") var allCopies
  @Argument("WORDS", "Words of the title.", takes: .author) var words: [String]

  private static let columns = ValueKind(
    "COLUMNS", takes: "title, year or shelf", example: "title,year",
    completion: .list(["title", "year", "shelf"]))
}

struct LendCommand: Command {
  static let configuration = CommandConfiguration(
    "lend", "Lends a book.", example: "library lend 12 \"Jane\"")

  @Option("days", "How long.", takes: .number(from: 1)) var days: Int
  @Argument("BOOK", "The book's number.") var book: Int
  @Argument("READER", "Who takes it.") var reader = "nobody"
}

struct ShelfCommand: Command {
  static let configuration = CommandConfiguration(
    "shelf", "Looks after shelves.", subcommands: [ShelfListCommand.self])
}

struct ShelfListCommand: Command {
  static let configuration = CommandConfiguration("list", "Lists shelves.")
  @Flag("empty", "Only shelves with nothing on them.") var empty
}

extension ValueKind {
  static let author = ValueKind(
    "NAME", takes: "a name", example: "\"Jane Austen\"", completion: .values("author"))
}
