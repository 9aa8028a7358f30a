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

  @Option(
    "why", "Tells why these words have their tags or none, at each place where they stand.",
    takes: .words)
  var why: String?

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
      zip(articles, tags).map { (people: $1.sightedPeople, date: $0.date) }
    ).people
    for index in tags.indices { tags[index].people = people[index] }
    let named = tags
    return onAllCores(articles) { index, article in
      line(article, named[index], why.map { tagger.readings(of: $0, in: article) }, style)
    }
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
  private func line(
    _ article: Article, _ tags: Tags, _ why: [WordReadings]?, _ style: Style
  ) -> [UInt8] {
    guard json else { return Array(text(article, tags, why, style).utf8) }
    var writer = JSONWriter()
    writer.tags(tags, of: article, why: why)
    return writer.bytes + [10]
  }

  private func text(
    _ article: Article, _ tags: Tags, _ why: [WordReadings]?, _ style: Style
  ) -> String {
    let table = TagsText(tags, of: article, style: style, listsMentions: style.usesColor).text
    let marked = style.usesColor ? MarkedText(tags, of: article, style: style).text + "\n" : ""
    let readings = why.map { WordReadingsText($0, tags, of: article, style: style).text } ?? ""
    return marked + table + readings
  }
}
