internal import ArticleReading
internal import IndexDefinition
internal import NewsTagging

/// The work on articles that needs no index: reading small files, tags, hashes, stems.
///
/// One a thread; what it shares is safe to share.
final class ArticlePreparer {
  /// A group of steps, prepared.
  struct Output: Sendable {
    var steps: [ReadStep<PreparedArticle>] = []
    var stems: [StemmedTerm] = []

    /// Of text, with a little for every step.
    var byteCount: Int { steps.reduce(0) { $0 + $1.byteCount } }
  }

  private let reader: ArticleReader
  private let tagger: Tagger
  private let stems: StemCollector

  init(_ resources: PreparerResources) {
    reader = resources.reader
    tagger = resources.tagger
    stems = StemCollector(known: resources.knownTerms)
  }

  func prepare(_ steps: [ReadStep<Article>]) -> Output {
    var output = Output()
    for step in steps { prepare(step, into: &output.steps) }
    output.stems = stems.takeNew()
    return output
  }

  /// Articles already tagged, as the contents of `file`.
  func output(_ articles: [(Article, Tags)], of file: SourceFile) -> Output {
    var output = Output(steps: [.begin(file)])
    for (article, tags) in articles {
      output.steps.append(.article(prepared(article, tags)))
    }
    output.steps.append(.end)
    output.stems = stems.takeNew()
    return output
  }

  func prepare(_ article: Article) -> PreparedArticle {
    prepared(article, tagger.tags(of: article))
  }

  /// An article that does not say what language it is in is stored with the one that its text shows.
  private func prepared(_ article: Article, _ tags: Tags) -> PreparedArticle {
    var article = article
    article.language = article.language ?? tags.language
    let prepared = PreparedArticle(article, tags: tags)
    stems.add(article, joined: prepared.joined)
    return prepared
  }

  /// The stems of what was prepared since they were last taken.
  func takeStems() -> [StemmedTerm] { stems.takeNew() }

  private func prepare(
    _ step: ReadStep<Article>, into steps: inout [ReadStep<PreparedArticle>]
  ) {
    switch step {
    case .article(let article): steps.append(.article(prepare(article)))
    case .read(let file): read(file, into: &steps)
    case .unchanged(let file, let id, let articles):
      steps.append(.unchanged(file, id: id, articles: articles))
    case .moved(let file, let id, let articles):
      steps.append(.moved(file, id: id, articles: articles))
    case .begin(let file, let stored): steps.append(.begin(file, stored: stored))
    case .failure(let failure): steps.append(.failure(failure))
    case .stored(let id): steps.append(.stored(id: id))
    case .orderedDate: steps.append(.orderedDate)
    case .end: steps.append(.end)
    }
  }

  private func read(_ file: SourceFile, into steps: inout [ReadStep<PreparedArticle>]) {
    steps.append(.begin(file))
    reader.read(file) { prepare(ReadStep($0), into: &steps) }
    steps.append(.end)
  }
}

/// What the preparers of all threads share.
struct PreparerResources: Sendable {
  let reader: ArticleReader
  let tagger = Tagger()
  let knownTerms: KnownTerms

  init(reader: ArticleReader, knownTerms limit: Int) {
    self.reader = reader
    knownTerms = KnownTerms(limit: limit)
  }
}
