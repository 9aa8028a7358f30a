internal import CommandLineOptions
internal import Oracle
internal import SearchIndex
internal import TestSupport

/// `wsearch-bench spelling`: how often the word that was meant is suggested first.
struct SpellingCommand: Command {
  static let configuration = CommandConfiguration(
    "spelling",
    "Damages words of the vocabulary and counts how often the right one is suggested first.",
    discussion: """
      Words of four letters a to z or more, drawn from the vocabulary with equal chance; each gets
      one typing error (a letter added, left out, replaced, two swapped, with equal chance) that
      makes it a word the index does not have.
      """,
    example: "wsearch-bench spelling --index news.db --words 500 --seed 1")

  @Option("index", "The index.", takes: .file("news.db"))
  var index: String

  @Option("words", "How many words.", takes: .number(from: 1))
  var words = 500

  @Option("seed", "The same seed gives the same words and errors.")
  var seed: UInt64 = 1

  @Option("articles", "Only words in at least so many articles.", takes: .number(from: 0))
  var articles = 1

  @Flag("misses", "Prints the words whose suggestion is another.")
  var misses

  func run() throws {
    let index = try ArticleIndex(path: index, access: .readOnly)
    let corpus = try index.read { try NaiveCorpus($0) }
    let known = Set(corpus.vocabulary)
    let counts = corpus.articleCounts
    let eligible = corpus.vocabulary.filter {
      $0.utf8.count >= 4 && $0.utf8.allSatisfy { (97...122).contains($0) }
        && counts[$0] ?? 0 >= articles
    }
    guard !eligible.isEmpty else { throw UsageError("the index has no such words") }
    var chance = SeededGenerator(seed: seed)
    var (first, shown) = (0, 0)
    var times: [Duration] = []
    let searcher = Searcher(index)
    for word in eligible.shuffled(using: &chance).prefix(words) {
      var typed = word
      while known.contains(typed) { typed = TypingErrors.damaged(word, using: &chance) }
      var suggestions: [String] = []
      times.append(
        try ContinuousClock().measure { suggestions = try searcher.suggestions(for: typed) })
      first += suggestions.first == word ? 1 : 0
      shown += suggestions.contains(word) ? 1 : 0
      if misses, suggestions.first != word { print(typed, word, suggestions) }
    }
    times.sort()
    print(
      """
      seed \(seed): of \(times.count) words (\(eligible.count) eligible) first \(first), \
      among the suggestions \(shown); median \(times[times.count / 2]), maximum \(times[times.count - 1])
      """)
  }
}
