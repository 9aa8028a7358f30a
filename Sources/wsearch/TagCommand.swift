internal import ArgumentParser
internal import Dispatch
internal import IndexDefinition
internal import Rendering
internal import Synchronization
internal import Tagging

/// `wsearch tag`: what would be tagged, storing nothing.
struct TagCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Prints the people, countries and dates that articles mention.",
    discussion: "Example: wsearch tag --json article.txt")

  @OptionGroup var reading: ReadingArguments

  @Flag(help: "One JSON object an article, in input order.")
  var json = false

  func execute(_ terminal: Terminal) throws -> ExitStatus {
    var batch: [Article] = []
    var bytes = 0
    var count = 0
    let tagger = Tagger()
    var directory = PersonDirectory()
    func drain() {
      for line in render(batch, tagger, &directory) { terminal.write(line) }
      count += batch.count
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    let complete = try reading.forEachArticle { article in
      bytes += article.body.utf8.count
      batch.append(article)
      if bytes > 8 << 20 { drain() }
    }
    drain()
    return !complete ? .failure : count == 0 ? .nothing : .found
  }

  /// The output of each article, made on all cores; `directory` sees the articles in their order.
  private func render(
    _ articles: [Article], _ tagger: Tagger, _ directory: inout PersonDirectory
  ) -> [[UInt8]] {
    var tags = onAllCores(articles) { _, article in tagger.tags(of: article) }
    let people = directory.resolve(
      zip(articles, tags).map { (people: $1.people, date: $0.date) })
    for index in tags.indices { tags[index].people = people[index] }
    let named = tags
    return onAllCores(articles) { index, article in line(article, named[index]) }
  }

  private func onAllCores<Answer: Sendable>(
    _ articles: [Article], _ answer: @Sendable (Int, Article) -> Answer
  ) -> [Answer] {
    let answers = Mutex([Answer?](repeating: nil, count: articles.count))
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      let value = answer(index, articles[index])
      answers.withLock { $0[index] = value }
    }
    return answers.withLock { $0.compactMap(\.self) }
  }

  private func line(_ article: Article, _ tags: Tags) -> [UInt8] {
    guard json else { return Array(TagsText(tags, of: article).text.utf8) }
    var writer = JSONWriter()
    writer.tags(tags, of: article)
    return writer.bytes + [10]
  }
}
