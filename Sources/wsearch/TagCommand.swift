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
    func drain() {
      for line in render(batch, tagger) { terminal.write(line) }
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

  /// The output of each article, made on all cores.
  private func render(_ articles: [Article], _ tagger: Tagger) -> [[UInt8]] {
    let lines = Mutex([[UInt8]](repeating: [], count: articles.count))
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      let line = self.line(articles[index], tagger.tags(of: articles[index]))
      lines.withLock { $0[index] = line }
    }
    return lines.withLock { $0 }
  }

  private func line(_ article: Article, _ tags: Tags) -> [UInt8] {
    guard json else { return Array(TagsText(tags, of: article).text.utf8) }
    var writer = JSONWriter()
    writer.tags(tags, of: article)
    return writer.bytes + [10]
  }
}
