internal import CommandLineOptions
internal import SearchModel

/// Which hits `wsearch query` prints, and how much of each.
struct HitOptions: OptionGroup {
  @Option("limit", "Hits to print; all for every one.", isCommon: true)
  var limit = HitLimit(count: 10)

  @Option("offset", "Hits to pass over.", takes: .number(from: 0, example: "10"))
  var offset = 0

  @Option("after", "Begins behind the page before, whose JSON has this cursor.")
  var after: Cursor?

  @Flag(
    "partial",
    "Prints articles with some of the words in exports too, and where hits are sorted by date.")
  var partial

  @Flag("unfold", "Prints near-copies one by one, and counts no stories.")
  var unfold

  @Option(
    "passages", "Passages to show of a hit: the best, in the order of the text.",
    takes: .number(from: 0))
  var passages = 0

  @Flag(
    "no-total",
    "Leaves the total uncounted: with --facet none and --rank fast hits are found sooner.")
  var noTotal
}

/// How `wsearch query` prints its answer.
struct QueryOutputOptions: OptionGroup {
  @Option("format", "How to print the hits.", isCommon: true)
  var format: OutputFormat?

  @Flag("with-body", "Exports whole bodies too; goes with --format jsonl.")
  var withBody

  @Flag("csv-raw", "CSV with every field as stored, also one that a spreadsheet would run.")
  var csvRaw

  @Group var output: OutputOptions

  func validate() throws {
    if csvRaw, format != .csv { throw UsageError("--csv-raw goes with --format csv") }
    if withBody, format != .jsonl { throw UsageError("--with-body goes with --format jsonl") }
  }

  var chosen: OutputFormat { format ?? (output.json ? .json : .text) }
}
