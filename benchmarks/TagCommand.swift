internal import ArticleReading
internal import CommandLineOptions
internal import Foundation
internal import IndexDefinition
internal import NewsTagging

/// `wsearch-bench tag`: times the tagger alone on one core, without reading and writing.
struct TagCommand: Command {
  static let configuration = CommandConfiguration(
    "tag", "Times the tagger on articles in memory; CSV on stdout.",
    discussion: """
      One row a round and stage: round, stage, milliseconds of processor time a megabyte, megabytes
      a second, where the text is titles and bodies. `tagger` is the whole of it; the other stages
      are its parts run one after the other over all articles, and the directory that settles who is
      who across them. Round 0 has only `start`: milliseconds from nothing to the first article's
      tags.
      """,
    example: "wsearch-bench tag news.jsonl.gz --articles 5000")

  @Argument("PATH", "Files and folders.", takes: .file("news.jsonl.gz"), isRequired: true)
  var paths: [String]

  @Option("articles", "At most so many articles.", takes: .number(from: 0))
  var articles = 5_000

  @Option("rounds", "Rounds.", takes: .number(from: 1))
  var rounds = 3

  func run() throws {
    let articles = read()
    let bytes = articles.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
    guard let first = articles.first, bytes > 0 else { throw UsageError("no articles") }
    let megabytes = Double(bytes) / 1e6
    print("round,stage,milliseconds_a_megabyte,megabytes_a_second")
    let start = Self.processorTime { _ = Tagger().tags(of: first) }
    print("0,start,\(Self.rounded(start * 1e3)),")
    for round in 1...max(rounds, 1) {
      for (stage, seconds) in measure(articles) {
        let cost = Self.rounded(seconds * 1e3 / megabytes)
        print("\(round),\(stage),\(cost),\(Self.rounded(megabytes / seconds))")
      }
    }
  }

  private func read() -> [Article] {
    var articles: [Article] = []
    let reader = ArticleReader(options: ReadingOptions())
    FileWalker().walk(paths, fail: { _ in }) { file in
      guard articles.count < self.articles else { return }
      reader.read(file) { event in
        guard case .article(let article) = event, articles.count < self.articles else { return }
        articles.append(article)
      }
    }
    return articles
  }

  /// Seconds of each stage over all articles.
  private func measure(_ articles: [Article]) -> [(stage: String, seconds: Double)] {
    let tagger = Tagger()
    let finder = PersonFinder()
    let naming = PersonNaming()
    var tokens: [ArticleTokens] = []
    var spans: [[PersonSpan]] = []
    var people: [[PersonTag]] = []
    return [
      ("tagger", Self.processorTime { for article in articles { _ = tagger.tags(of: article) } }),
      ("tokens", Self.processorTime { tokens = articles.map { ArticleTokens($0) } }),
      ("finder", Self.processorTime { spans = tokens.map { finder.spans(in: $0) } }),
      (
        "naming",
        Self.processorTime { people = zip(spans, tokens).map { naming.tags(for: $0, in: $1) } }
      ),
      (
        "countries",
        Self.processorTime {
          let tagger = CountryTagger()
          for (spans, tokens) in zip(spans, tokens) { _ = tagger.tags(in: tokens, people: spans) }
        }
      ),
      (
        "dates",
        Self.processorTime { for tokens in tokens { _ = DateTagger().tags(in: tokens) } }
      ),
      (
        "directory",
        Self.processorTime {
          _ = PersonDirectory(zip(people, articles).map { (people: $0, date: $1.date) }).people
        }
      ),
    ]
  }

  private static func processorTime(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
