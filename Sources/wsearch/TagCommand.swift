internal import CommandLineOptions
internal import Dispatch
internal import IndexDefinition
internal import NewsTagging
internal import OperatingSystem
internal import Rendering

/// `wsearch tag`: what would be tagged, storing nothing.
struct TagCommand: Subcommand {
  static let configuration = CommandConfiguration(
    "tag", "Prints the people, countries and dates that articles mention.",
    example: "wsearch tag --json article.txt")

  @Group var reading: ReadingArguments

  @Flag("json", "One JSON object an article, in input order.")
  var json

  @Option("color", "When to colour the text itself; NO_COLOR is heeded.")
  var color: ColorMode = .auto

  /// Bytes of text whose people are told apart together: memory is bounded, and what fits in has the
  /// names that an index gives.
  private static let batchBytes = 32 << 20

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    var batch: [Article] = []
    var bytes = 0
    var count = 0
    let tagger = Tagger()
    let style = Style(usesColor: terminal.usesColor)
    func drain() {
      for line in render(batch, tagger, style) { terminal.write(line) }
      count += batch.count
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    let complete = try reading.forEachArticle { article in
      bytes += article.body.utf8.count
      batch.append(article)
      if bytes > Self.batchBytes { drain() }
    }
    drain()
    return !complete ? .failure : count == 0 ? .nothing : .found
  }

  /// The output of each article, made on all cores.
  private func render(_ articles: [Article], _ tagger: Tagger, _ style: Style) -> [[UInt8]] {
    var tags = onAllCores(articles) { _, article in tagger.tags(of: article) }
    let people = PersonDirectory(
      zip(articles, tags).map { (people: $1.people, date: $0.date) }
    ).people
    for index in tags.indices { tags[index].people = people[index] }
    let named = tags
    return onAllCores(articles) { index, article in line(article, named[index], style) }
  }

  private func onAllCores<Answer: Sendable>(
    _ articles: [Article], _ answer: @Sendable (Int, Article) -> Answer
  ) -> [Answer] {
    let answers = Guarded([Answer?](repeating: nil, count: articles.count))
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      let value = answer(index, articles[index])
      answers.withLock { $0[index] = value }
    }
    return answers.withLock { $0.compactMap(\.self) }
  }

  /// On a terminal the coloured text and every mention; else the table alone.
  private func line(_ article: Article, _ tags: Tags, _ style: Style) -> [UInt8] {
    guard json else {
      let table = TagsText(tags, of: article, style: style, listsMentions: style.usesColor)
      guard style.usesColor else { return Array(table.text.utf8) }
      return Array((MarkedText(tags, of: article, style: style).text + "\n" + table.text).utf8)
    }
    var writer = JSONWriter()
    writer.tags(tags, of: article)
    return writer.bytes + [10]
  }
}
