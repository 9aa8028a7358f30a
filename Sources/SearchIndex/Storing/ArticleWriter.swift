internal import ArticleReading
internal import GRDB
internal import IndexDefinition

/// Stores what is read: every table of a batch in one transaction.
final class ArticleWriter {
  /// The file whose articles are arriving.
  private struct OpenFile {
    var file: SourceFile
    var id: Int64
    var failure: String?
  }

  private(set) var summary = IndexRun.Summary()
  private let database: Database
  private let batchBytes: Int
  private let keepsDuplicates: Bool
  private let files: FileTable
  private let articles: ArticleTable
  private let entities: EntityTable
  private let fullText: FullTextQueue
  private let columns: ColumnQueue
  private var nextID: Int64
  private var openFile: OpenFile?
  private var pendingBytes = 0

  init(_ database: Database, options: IndexRun.Options) throws {
    self.database = database
    batchBytes = 16 << 20
    keepsDuplicates = options.keepsDuplicates
    files = try FileTable(database)
    articles = try ArticleTable(database)
    entities = try EntityTable(database)
    fullText = try FullTextQueue(database)
    columns = try ColumnQueue(database)
    nextID = try articles.highestID() + 1
  }

  /// Takes the next step; ends the batch when it has grown large.
  func take(_ step: ReadStep) throws {
    if !database.isInsideTransaction { try database.beginTransaction(.immediate) }
    switch step {
    case .begin(let file): openFile = OpenFile(file: file, id: try files.open(file))
    case .article(let article): try store(article)
    case .failure(let failure): fail(failure)
    case .end: try endFile()
    }
    if pendingBytes >= batchBytes { try commit() }
  }

  /// Makes all steps taken so far durable.
  func commit() throws {
    guard database.isInsideTransaction else { return }
    try fullText.apply()
    try columns.apply(lengths: fullText.lengths(of:))
    try database.commit()
    pendingBytes = 0
  }

  /// Forgets the batch begun; those committed stay.
  func rollback() {
    if database.isInsideTransaction { try? database.rollback() }
  }

  private func endFile() throws {
    guard let open = openFile else { return }
    try files.finish(open.id, open.file, failure: open.failure, leftover: 0)
    openFile = nil
  }

  private func fail(_ failure: ReadingFailure) {
    summary.failed += 1
    openFile?.failure = failure.description
  }

  private func store(_ article: PreparedArticle) throws {
    guard let file = openFile?.id else { return }
    summary.bytes += article.byteCount
    pendingBytes += article.byteCount
    guard let known = try articles.find(externalID: article.article.id, file: file) else {
      summary.indexed += 1
      return try insert(article, file: file)
    }
    if known.contentHash == article.contentHash {
      summary.unchanged += 1
    } else {
      summary.updated += 1
      try update(known.id, article, file: file)
    }
  }

  private func insert(_ article: PreparedArticle, file: Int64) throws {
    let id = nextID
    nextID += 1
    try articles.insert(id, file: file, article)
    fullText.replace(id, old: nil, new: FullTextQueue.Text(article))
    try describe(id, article)
  }

  private func update(_ id: Int64, _ article: PreparedArticle, file: Int64) throws {
    let old = try articles.text(of: id)
    try articles.update(id, file: file, article)
    fullText.replace(id, old: old, new: FullTextQueue.Text(article))
    try entities.untag(article: id)
    try describe(id, article)
  }

  /// Stores tags and column values.
  private func describe(_ id: Int64, _ article: PreparedArticle) throws {
    let lists = try entities.tag(article: id, article.entities)
    columns.set(
      id,
      ColumnValues(
        date: ColumnValues.date(article.article.date),
        language: ColumnValues.language(article.article.language),
        people: lists.people, countries: lists.countries))
  }
}

extension FullTextQueue.Text {
  init(_ article: PreparedArticle) {
    self.init(
      title: article.article.title, body: article.article.body, bigrams: article.bigrams)
  }
}
