internal import IndexDefinition
internal import NewsTagging
internal import SQLite

/// The articles with all that hangs on them: tags, full text, columns, duplicates, stems.
///
/// Rows are written at once; full text, columns and stems wait for ``apply()``, which belongs in
/// the same transaction.
final class ArticleStore {
  enum Outcome {
    case new, changed, unchanged, duplicate
    /// The file being read has already brought an article with this id.
    case repeatedID
  }

  /// Bytes of text waiting for ``apply()``.
  private(set) var pendingBytes = 0
  private let keepsDuplicates: Bool
  private let preparer: ArticlePreparer
  private let people: PeopleInOrder
  private let textBytes: TextBytes
  private let articles: ArticleTable
  private let duplicates: DuplicateTable
  private let entities: EntityTable
  private let unruled: UnruledPeople
  private let stems: StemTable
  private let fullText: FullTextQueue
  private let columns: ColumnQueue
  private var nextID: Int64

  /// `preparer` and `people` serve the articles that are made of a duplicate.
  init(
    _ database: Connection, keepsDuplicates: Bool, preparer: ArticlePreparer, people: PeopleInOrder
  ) throws {
    self.keepsDuplicates = keepsDuplicates
    self.preparer = preparer
    self.people = people
    textBytes = try TextBytes(database)
    articles = try ArticleTable(database)
    duplicates = try DuplicateTable(database)
    entities = try EntityTable(database)
    unruled = try UnruledPeople(database)
    stems = try StemTable(database)
    fullText = try FullTextQueue(database)
    columns = try ColumnQueue(database)
    nextID = try articles.highestID() + 1
  }

  /// Brings full text, columns and stems in line with the rows written.
  func apply() throws {
    try fullText.apply()
    try columns.apply(lengths: fullText.lengths(of:))
    try stems.apply()
    try entities.removeUnused()
    try textBytes.apply()
    pendingBytes = 0
  }

  /// The id of the last article, about the number of all.
  var highestID: Int { Int(nextID - 1) }

  func add(_ rows: [StemmedTerm]) {
    stems.add(rows)
  }

  /// Stores an article read from `file` unless it is there unchanged.
  func put(_ article: PreparedArticle, in file: inout OpenFile) throws -> Outcome {
    let id = article.article.id
    if let known = try articles.find(externalID: id, file: file.id) {
      return try put(article, over: known, in: &file)
    }
    if let known = try duplicates.find(externalID: id, file: file.id) {
      return try put(article, over: known, in: &file)
    }
    return try add(article, in: &file)
  }

  /// Stores an article in the row `id`, which no article has had; rows come in ascending order.
  func insert(_ id: Int64, file: Int64, _ article: PreparedArticle) throws {
    assert(id >= nextID, "row \(id) comes after \(nextID - 1)")
    nextID = id + 1
    try articles.insert(id, file: file, article)
    index(id, old: nil, new: FullTextQueue.Text(article))
    try describe(id, article)
  }

  /// Removes articles and duplicates; returns how many.
  ///
  /// Where an article goes that has a duplicate, the duplicate takes its place.
  func remove(_ contents: FileTable.Contents) throws -> Int {
    for id in contents.duplicates { try duplicates.delete(id) }
    for id in contents.articles { try vacate(id) }
    return contents.duplicates.count + contents.articles.count
  }

  // MARK: - What is already there

  private func put(
    _ article: PreparedArticle, over known: ArticleTable.Known, in file: inout OpenFile
  ) throws -> Outcome {
    if file.articles.contains(known.id) { return .repeatedID }
    file.articles.insert(known.id)
    if known.contentHash == article.contentHash { return .unchanged }
    try replace(known, by: article, in: &file)
    return .changed
  }

  private func put(
    _ article: PreparedArticle, over known: DuplicateTable.Known, in file: inout OpenFile
  ) throws -> Outcome {
    if file.duplicates.contains(known.id) { return .repeatedID }
    if known.contentHash == article.contentHash {
      file.duplicates.insert(known.id)
      return .unchanged
    }
    try duplicates.delete(known.id)
    _ = try add(article, in: &file)
    return .changed
  }

  /// A new body may be a duplicate of another article, and the old one may have duplicates that
  /// need it; only else does the row keep its place.
  private func replace(
    _ known: ArticleTable.Known, by article: PreparedArticle, in file: inout OpenFile
  ) throws {
    let staysAlone =
      try known.bodyHash == article.bodyHash
      || (duplicates.first(of: known.id) == nil && original(of: article) == nil)
    if staysAlone { return try update(known.id, article, file: file.id) }
    file.articles.remove(known.id)
    if let heir = try vacate(known.id), heir.file == file.id {
      if file.duplicates.contains(heir.id) { file.articles.insert(known.id) }
      file.duplicates.remove(heir.id)
    }
    _ = try add(article, in: &file)
  }

  // MARK: - Rows

  private func add(_ article: PreparedArticle, in file: inout OpenFile) throws -> Outcome {
    if let original = try original(of: article) {
      file.duplicates.insert(try duplicates.insert(of: original, file: file.id, article))
      return .duplicate
    }
    let id = nextID
    try insert(id, file: file.id, article)
    file.articles.insert(id)
    return .new
  }

  private func update(_ id: Int64, _ article: PreparedArticle, file: Int64) throws {
    let old = try articles.text(of: id)
    try articles.update(id, file: file, article)
    index(id, old: old, new: FullTextQueue.Text(article))
    try entities.untag(article: id)
    try describe(id, article)
  }

  /// Takes an article out; its first duplicate, if there is one, is returned and gets the row.
  @discardableResult
  private func vacate(_ id: Int64) throws -> DuplicateTable.Known? {
    let old = try articles.text(of: id)
    if let heir = try duplicates.first(of: id) {
      var article = heir.article
      article.body = old?.body ?? ""
      try duplicates.delete(heir.id)
      try update(id, try people.resolve(preparer.prepare(article)), file: heir.file)
      return heir
    }
    try articles.delete(id)
    index(id, old: old, new: nil)
    try entities.untag(article: id)
    try unruled.set([], of: id)
    columns.clear(id)
    return nil
  }

  private func original(of article: PreparedArticle) throws -> Int64? {
    keepsDuplicates ? nil : try articles.find(sameBodyAs: article)
  }

  private func index(_ id: Int64, old: FullTextQueue.Text?, new: FullTextQueue.Text?) {
    guard old != new else { return }
    fullText.replace(id, old: old, new: new)
    textBytes.add((new?.textBytes ?? 0) - (old?.textBytes ?? 0))
    pendingBytes += (old?.byteCount ?? 0) + (new?.byteCount ?? 0)
  }

  /// Stores tags and column values, the people as the user's rules have them.
  private func describe(_ id: Int64, _ article: PreparedArticle) throws {
    let unruledPeople = article.people
    var article = article
    article.rename(
      people.rules.apply(
        to: unruledPeople, of: article.article.id, on: article.article.date))
    try unruled.set(article.people == unruledPeople ? [] : unruledPeople, of: id)
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
