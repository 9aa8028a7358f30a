internal import CommandLineOptions
internal import QueryLanguage
internal import SearchModel

/// What `wsearch query` searches for: words, or a batch of queries.
struct WordOptions: OptionGroup {
  @Argument(
    "WORDS", "Words, \"phrases\" and operators; none: every article.", takes: .query)
  var words: [String]

  @Option(
    "match",
    "Words that must be there; best: all, then some where few articles have all; phrase: all, side by side.",
    isCommon: true)
  var match: SearchRequest.MatchMode = .best

  @Flag("strict", "As --match all, and nothing is said of why an answer is empty.")
  var strict

  @Option(
    "synonyms",
    "A file of words that find each other: car, automobile, motor car; or one way, UN => United Nations.",
    takes: .file("synonyms.txt"))
  var synonyms: String?

  @Option(
    "batch", "Runs one query a line of this file (qid<TAB>words); - is standard input.",
    takes: .file("queries.tsv"))
  var batch: String?

  func validate() throws {
    if batch != nil, !words.isEmpty { throw UsageError("--batch takes no words beside it") }
  }

  /// As the options together have it.
  var mode: SearchRequest.MatchMode { strict && match == .best ? .all : match }

  var text: String { words.joined(separator: " ") }
}
