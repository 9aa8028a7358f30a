internal import ArticleReading
internal import IndexDefinition
internal import NewsTagging
internal import OperatingSystem
internal import SQLite
internal import SearchModel

/// Takes what an archive cannot be worked out from over into a new file: files, roots, rules,
/// duplicates and articles, each under its id; the rest is worked out again.
final class ArchiveCopy {
  /// Taken over row by row, by the columns that both formats have.
  private static let tables = ["root", "file", "person_rule", "duplicate", "removed"]

  private let database: Connection
  private let oldPath: String
  private let options: IndexingOptions
  private let resources: PreparerResources
  private let people: ArchivePeople
  private let store: ArticleStore
  private var copied = 0
  /// The batch that is gathering.
  private var waiting = Batch()

  /// - Parameter database: The new file, without articles.
  init(of oldPath: String, into database: Connection, options: IndexingOptions) throws {
    self.database = database
    self.oldPath = oldPath
    self.options = options
    resources = PreparerResources(reader: ArticleReader(), knownTerms: options.knownTerms)
    try options.set(database)
    try Self.copyTables(from: oldPath, to: database)
    people = try ArchivePeople(database)
    store = try ArticleStore(
      database, keepsDuplicates: false, knownEntities: options.knownEntities,
      preparer: ArticlePreparer(resources), people: people)
  }

  /// Copies every article in the order of ids, tagging on all cores.
  ///
  /// - Parameter progress: Told how many are done.
  /// - Returns: How many there were in the old file, and how many became articles again.
  func run(_ progress: (Int) -> Void) throws -> (copied: Int, parted: Int) {
    try OrderedPipeline<[OldArticle], Batch>(window: options.windowBytes).run(
      workers: options.jobs ?? Environment.coreCount,
      produce: { [oldPath, options] send in
        try OldArticles(path: oldPath, options: options).forEachGroup(send)
      },
      transform: { [resources] in BatchPreparer(resources).prepare },
      consume: { batch in
        waiting.append(batch)
        if waiting.byteCount >= options.batchBytes { try store(waiting) }
        progress(copied + waiting.articles.count)
      })
    try store(waiting)
    let parted = try storeParted()
    try database.transaction(.immediate) { _ = try store.settlement.settle() }
    try IndexUpkeep(database: database).run(mergesAll: true)
    return (copied, parted)
  }

  /// Stores a batch in one transaction.
  private func store(_ batch: Batch) throws {
    waiting = Batch()
    try database.transaction(.immediate) {
      let articles = people.guess(batch.articles.map(\.article))
      store.add(batch.stems)
      for (place, article) in zip(batch.articles, articles) {
        try store.insert(place.id, file: place.file, article)
      }
      try store.apply()
      try store.settlement.leaveUnsettled()
    }
    copied += batch.articles.count
  }

  /// Stores what shared an article for its body alone, until format 3, as an article of its own.
  ///
  /// - Returns: how many articles there are more.
  private func storeParted() throws -> Int {
    let before = store.highestID
    let old = try OldArticles(path: oldPath, options: options)
    let preparer = ArticlePreparer(resources)
    var batch = Batch()
    try old.forEachParted { file, article in
      batch.articles.append((0, file, preparer.prepare(article)))
      batch.byteCount += article.body.utf8.count
      if batch.byteCount >= options.batchBytes { try storeParted(&batch, preparer) }
    }
    try storeParted(&batch, preparer)
    return store.highestID - before
  }

  private func storeParted(_ batch: inout Batch, _ preparer: ArticlePreparer) throws {
    try database.transaction(.immediate) {
      let articles = people.guess(batch.articles.map(\.article))
      store.add(preparer.takeStems())
      for (place, article) in zip(batch.articles, articles) {
        try store.place(article, file: place.file)
      }
      try store.apply()
      try store.settlement.leaveUnsettled()
    }
    batch = Batch()
  }

  private static func copyTables(from path: String, to database: Connection) throws {
    try database.execute("ATTACH ? AS old", .text(path))
    try database.transaction(.immediate) {
      for table in tables { try copy(table, in: database) }
      // Format 1 made ids of the whole path.
      try database.execute("UPDATE file SET name = path WHERE name = ''")
      // The time of day is in the files alone.
      if try !ArticleTable.hasTimesAndPlaces(database, of: "old") {
        try database.execute("UPDATE file SET size = -1")
      }
    }
    try database.execute("DETACH old")
  }

  private static func copy(_ table: String, in database: Connection) throws {
    let columns: [String] = try database.values(
      """
      SELECT name FROM pragma_table_info(?1) AS new
      WHERE name IN (SELECT name FROM pragma_table_info(?1, 'old'))
      """, .text(table))
    // A table that the older format did not have.
    if columns.isEmpty { return }
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    try database.execute(
      """
      INSERT INTO main.\(table)(\(names)) SELECT \(names) FROM old.\(table)
      \(table == "duplicate" ? "WHERE \(OldArticles.isPlace("old"))" : "")
      """)
  }
}

/// An article of the old file with its place in it.
struct OldArticle: Sendable {
  var id: Int64
  var file: Int64
  var article: Article
}

/// Articles ready for the writer.
private struct Batch: Sendable {
  var articles: [(id: Int64, file: Int64, article: PreparedArticle)] = []
  var stems: [StemmedTerm] = []
  /// Of text.
  var byteCount = 0

  mutating func append(_ other: Batch) {
    articles += other.articles
    stems += other.stems
    byteCount += other.byteCount
  }
}

/// Tags a group and finds its stems; one a thread.
private final class BatchPreparer {
  private let preparer: ArticlePreparer

  init(_ resources: PreparerResources) {
    preparer = ArticlePreparer(resources)
  }

  func prepare(_ group: [OldArticle]) -> Batch {
    var batch = Batch()
    batch.articles = group.map { ($0.id, $0.file, preparer.prepare($0.article)) }
    batch.stems = preparer.takeStems()
    batch.byteCount = batch.articles.reduce(0) { $0 + $1.article.byteCount }
    return batch
  }
}

/// The articles of an older file in the order of their ids, in groups of some bytes.
///
/// Their columns are those of format 1 and, since format 3, time and place; a format that renames or moves one
/// reads the older file here.
struct OldArticles {
  /// Bytes of a group, enough to make handing it over cheap.
  private static let groupBytes = 1 << 20
  private let old: Connection

  init(path: String, options: IndexingOptions) throws {
    old = try Connection(path, .readOnly, patience: options.patience)
  }

  /// Whether a row of `duplicate` has the title and the date of its article, as SQL.
  static func isPlace(_ file: String) -> String {
    """
    EXISTS (SELECT 1 FROM \(file).article AS article WHERE article.id = duplicate.article_id
    AND article.title = duplicate.title AND article.date IS duplicate.date)
    """
  }

  /// Hands on, with its file, each article that is a row of `duplicate` and has a title or date of its own.
  func forEachParted(_ receive: (Int64, Article) throws -> Void) throws {
    let bodies = try Statement(old, "SELECT body FROM article WHERE id = ?")
    let parted = try DuplicateTable.rows(old, where: "NOT \(Self.isPlace("main"))")
    for known in parted {
      guard let body = try bodies.first(of: known.articleID, read: { $0.text(0) }) else { continue }
      var article = known.article
      article.body = body
      try receive(known.file, article)
    }
  }

  /// Hands on each group with its size in bytes.
  func forEachGroup(_ send: ([OldArticle], Int) throws -> Void) throws {
    let loader = try ArticleLoader(old)
    let places = try Statement(old, "SELECT id, file_id FROM article ORDER BY id")
    var group: [OldArticle] = []
    var bytes = 0
    try places.forEach { row in
      guard let article = try loader.content(row.integer(0)) else { return }
      group.append(OldArticle(id: row.integer(0), file: row.integer(1), article: article))
      bytes += article.title.utf8.count + article.body.utf8.count + 1024
      guard bytes >= Self.groupBytes else { return }
      try send(group, bytes)
      (group, bytes) = ([], 0)
    }
    if !group.isEmpty { try send(group, bytes) }
  }
}
