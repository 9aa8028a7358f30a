public import ArticleModel
internal import NewsTagging
internal import OperatingSystem
public import SearchModel

/// A news archive in one SQLite file: articles go in and are tagged, ranked answers with exact
/// counts come out.
///
///     let archive = try await NewsArchive(path: "news.db")
///     try await archive.index(["wire"])
///     let answer = try await archive.search(SearchRequest("ceasefire -person:Starmer"))
///
/// May be asked by many tasks at once, also while articles go in; every answer is of one state of the
/// file. Changes are made one after the other, whoever makes them. No call blocks a thread
/// of Swift's pool, and a search ends with `CancellationError` once its task is cancelled.
public final class NewsArchive: Sendable {
  /// Its thread is one alone, so that changes wait for each other and never for those who ask.
  private let changed: EmbeddedArchive
  private let changes = ThreadExecutor(limit: 1)
  private let backend: any SearchBackend
  private let tagger = Tagger()

  /// Opens the archive in the file at `path`, which stays open for questions.
  ///
  /// - Parameters:
  ///   - path: the file; what is made is for its owner alone. SQLite keeps two more beside it.
  ///   - making: whether an empty archive is made where there is no file; else that is an error.
  ///   - readers: how many questions are answered at once, others wait; nil: two a core.
  /// - Throws: ``ArticleIndexError``, also for a file of an older format, which the command
  ///   `wsearch upgrade` makes anew.
  public init(path: String, making: Bool = true, readers: Int? = nil) async throws {
    let readers = readers ?? 2 * Environment.coreCount
    let asked = EmbeddedArchive(
      path: path, readers: .many(readers), threads: ThreadExecutor(limit: readers))
    changed = EmbeddedArchive(path: path, threads: changes)
    do {
      backend = try await asked.backend()
    } catch ArticleIndexError.missing where making {
      _ = try await changed.writer(making: true)
      backend = try await asked.backend()
    }
  }

  // MARK: - Articles go in

  /// Reads files and folders, tags their articles and stores what is new or changed.
  ///
  /// What is stored is there for questions batch by batch; a run that is cut short is taken up by the
  /// next over the same paths.
  ///
  /// - Parameters:
  ///   - paths: none: those of earlier runs, again; in a new archive, the current folder.
  ///   - options: how files are read and stored.
  ///   - report: told of every file that could not be read, and how far the run has come; on the
  ///     thread that writes.
  /// - Throws: ``ArticleIndexError`` when the archive itself cannot go on: another process writes and
  ///   goes on longer than ``IndexingOptions/patience``, the disk is full, the file is damaged.
  @discardableResult
  public func index(
    _ paths: [String], _ options: IndexingOptions = IndexingOptions(),
    report: @escaping @Sendable (IndexingEvent) -> Void = { _ in }
  ) async throws -> RunSummary {
    try await changed.writer(making: false).index(paths: paths, options, report: report)
  }

  /// Tags and stores articles that come from elsewhere than files.
  ///
  /// Title and body are stored in Unicode's form NFC. An article takes the place of the one that was
  /// added under its id before, and is left alone where nothing has changed.
  ///
  /// - Returns: articles whose body another article of the archive has are counted as
  ///   ``RunSummary/duplicates``; what is found of them is the other one.
  /// - Throws: as ``index(_:_:report:)``. Then none is stored.
  @discardableResult
  public func add(_ articles: [Article]) async throws -> RunSummary {
    let tagged = try await changes.run {
      articles.map { article in
        var article = article
        (article.title, article.body) = (article.title.inFormC, article.body.inFormC)
        return (article, tagger.tags(of: article))
      }
    }
    return try await changed.writer(making: false).store(tagged, as: Self.given)
  }

  /// Takes articles out by their ids.
  ///
  /// One that was read from a file comes back when the file has changed and is read again.
  ///
  /// - Returns: how many articles and places of duplicates were taken out.
  /// - Throws: as ``index(_:_:report:)``.
  @discardableResult
  public func remove(ids: [String]) async throws -> Int {
    try await changed.writer(making: false).remove(ids: ids)
  }

  // MARK: - Answers come out

  /// The articles that match, ranked, with totals and facets over all of them.
  ///
  /// - Throws: ``ArticleIndexError``; ``UnknownFilterValue`` for a country that is none;
  ///   ``CursorError``; ``SearchTimeout``. Never a part of an answer.
  public func search(_ request: SearchRequest) async throws -> SearchResults {
    try await backend.search(request)
  }

  /// The articles with this id, else those of the file at this path, with their tags.
  ///
  /// - Returns: none where nothing is called so; several where files share an id.
  /// - Throws: ``ArticleIndexError``.
  public func articles(named name: String) async throws -> [StoredArticle] {
    try await backend.articles(named: name)
  }

  /// What articles that no file holds are kept as: standard input's, which are never taken for gone.
  private static let given = "-"
}
