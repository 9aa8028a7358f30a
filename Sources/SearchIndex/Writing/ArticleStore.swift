internal import ArticleReading
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
    /// Taken out before, to stay out.
    case keptOut
    /// The file being read has already brought an article with this id.
    case repeatedID
  }

  /// Bytes of text waiting for ``apply()``.
  private(set) var pendingBytes = 0
  /// What its articles come to when a run ends.
  let settlement: RunSettlement
  private let database: Connection
  private let keepsDuplicates: Bool
  private let takesRemoved: Bool
  private let preparer: ArticlePreparer
  private let people: ArchivePeople
  private let stories: ArchiveStories
  private let textBytes: TextBytes
  let articles: ArticleTable
  let duplicates: DuplicateTable
  private let loader: ArticleLoader
  private let entities: EntityTable
  private let named: NamedPeople
  private let removed: RemovedArticles
  private let stems: StemTable
  private let fullText: FullTextQueue
  private let sample: StemSample
  private let columns: ColumnQueue
  private var nextID: Int64

  /// `preparer` serves the articles that are made of a duplicate.
  init(
    _ database: Connection, keepsDuplicates: Bool, takesRemoved: Bool = false, knownEntities: Int,
    preparer: ArticlePreparer, people: ArchivePeople
  ) throws {
    self.database = database
    self.keepsDuplicates = keepsDuplicates
    self.takesRemoved = takesRemoved
    self.preparer = preparer
    self.people = people
    stories = try ArchiveStories(database)
    textBytes = try TextBytes(database)
    articles = try ArticleTable(database)
    duplicates = try DuplicateTable(database)
    loader = try ArticleLoader(database)
    entities = try EntityTable(database, cacheLimit: knownEntities)
    named = try NamedPeople(database)
    removed = try RemovedArticles(database)
    stems = try StemTable(database)
    fullText = try FullTextQueue(database)
    sample = try StemSample(database)
    settlement = try RunSettlement(database, people, stories, sample)
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
    if takesRemoved {
      try removed.forget(article, file: file.id)
    } else if try removed.keepsOut(article, file: file.id) {
      return .keptOut
    }
    return try add(article, in: &file)
  }

  /// Stores an article in the row `id`, which no article has had; rows come in ascending order.
  func insert(_ id: Int64, file: Int64, _ article: PreparedArticle) throws {
    assert(id >= nextID, "row \(id) comes after \(nextID - 1)")
    nextID = id + 1
    try articles.insert(id, file: file, article)
    index(id, old: nil, new: FullTextQueue.Text(article))
    sample.add(article)
    try describe(id, article)
  }

  /// Stores an article as another place of one that is there, else as one of its own.
  func place(_ article: PreparedArticle, file: Int64) throws {
    let source = SourceFile(path: "", absolutePath: "", name: "", size: 0, modified: 0)
    var open = OpenFile(file: source, id: file, isNew: false)
    _ = try add(article, in: &open)
  }

  /// Removes articles and duplicates; returns how many.
  ///
  /// Where an article goes that has a duplicate, the duplicate takes its place.
  func remove(_ contents: FileTable.Contents) throws -> Int {
    for id in contents.duplicates { try duplicates.delete(id) }
    for id in contents.articles { try vacate(id) }
    return contents.duplicates.count + contents.articles.count
  }

  /// Takes articles out so that they stay out, each with all that has its body, under another headline
  /// or day too, and all places of these; returns the rows.
  func removeForGood(articles ids: [Int64]) throws -> FileTable.Contents {
    var gone = FileTable.Contents()
    for id in Set(try ids.flatMap(articles.rows(sameBodyAs:))).sorted() {
      while let place = try duplicates.first(of: id) {
        try removeForGood(duplicate: place.id, &gone)
      }
      try removed.note(article: id)
      try vacate(id)
      gone.articles.append(id)
    }
    return gone
  }

  private func removeForGood(duplicate id: Int64, _ gone: inout FileTable.Contents) throws {
    try removed.note(duplicate: id)
    try duplicates.delete(id)
    gone.duplicates.append(id)
  }

  /// A file is forgotten, whose articles are gone.
  func forget(file: Int64) throws {
    try removed.forget(file: file)
  }

  // MARK: - What is already there

  private func put(
    _ article: PreparedArticle, over known: ArticleTable.Known, in file: inout OpenFile
  ) throws -> Outcome {
    if file.articles.contains(known.id) { return .repeatedID }
    file.articles.insert(known.id)
    if known.contentHash == article.contentHash {
      try articles.move(known, to: article.article.place)
      return .unchanged
    }
    try replace(known, by: article, in: &file)
    return .changed
  }

  private func put(
    _ article: PreparedArticle, over known: DuplicateTable.Known, in file: inout OpenFile
  ) throws -> Outcome {
    if file.duplicates.contains(known.id) { return .repeatedID }
    if known.contentHash == article.contentHash {
      file.duplicates.insert(known.id)
      try duplicates.move(known, to: article.article.place)
      return .unchanged
    }
    try duplicates.delete(known.id)
    _ = try add(article, in: &file)
    return .changed
  }

  /// A new text may be that of another article, and the old one may have other places that need it; only
  /// else does the row keep its place.
  private func replace(
    _ known: ArticleTable.Known, by article: PreparedArticle, in file: inout OpenFile
  ) throws {
    let staysAlone =
      try known.textHash == article.textHash
      || (duplicates.first(of: known.id) == nil && original(of: article) == nil)
    if staysAlone {
      try update(known.id, article, file: file.id)
      return try keepEarliest(known.id, in: &file)
    }
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
      // Those that are there are later than the one stored: they need not be looked through again.
      if try loader.content(original).map(article.article.comes) ?? false {
        try keepEarliest(original, in: &file)
      }
      return .duplicate
    }
    let id = nextID
    try insert(id, file: file.id, article)
    file.articles.insert(id)
    return .new
  }

  private func update(_ id: Int64, _ article: PreparedArticle, file: Int64) throws {
    let old = try articles.text(of: id)
    try sample.remove(id, old)
    try stories.forget(id, body: old?.body ?? "")
    try articles.update(id, file: file, article)
    index(id, old: old, new: FullTextQueue.Text(article))
    sample.add(article)
    try people.forget(id)
    try entities.untag(article: id)
    try describe(id, article)
  }

  /// Of the places of one article the earliest, then that of the lowest id, is the one stored.
  private func keepEarliest(_ id: Int64, in file: inout OpenFile) throws {
    guard let first = try duplicates.first(of: id), let stored = try loader.content(id),
      let place = try articles.file(of: id), first.article.comes(before: stored)
    else { return }
    var article = first.article
    article.body = stored.body
    try duplicates.delete(first.id)
    let duplicate = try duplicates.insert(
      of: id, file: place, PreparedArticle(stored, tags: Tags()))
    try update(id, preparer.prepare(article), file: first.file)
    file.swap(article: id, with: duplicate, taking: first.id)
  }

  /// Takes an article out; its earliest duplicate, if there is one, is returned and gets the row.
  @discardableResult
  private func vacate(_ id: Int64) throws -> DuplicateTable.Known? {
    let old = try articles.text(of: id)
    if let heir = try duplicates.first(of: id) {
      var article = heir.article
      article.body = old?.body ?? ""
      try duplicates.delete(heir.id)
      try update(id, preparer.prepare(article), file: heir.file)
      return heir
    }
    try sample.remove(id, old)
    try stories.forget(id, body: old?.body ?? "")
    try articles.delete(id)
    index(id, old: old, new: nil)
    try people.forget(id)
    try entities.untag(article: id)
    try named.set([], of: id)
    columns.clear(id)
    return nil
  }

  private func original(of article: PreparedArticle) throws -> Int64? {
    keepsDuplicates ? nil : try articles.find(sameTextAs: article)
  }

  private func index(_ id: Int64, old: FullTextQueue.Text?, new: FullTextQueue.Text?) {
    guard old != new else { return }
    fullText.replace(id, old: old, new: new)
    textBytes.add((new?.textBytes ?? 0) - (old?.textBytes ?? 0))
    pendingBytes += (old?.byteCount ?? 0) + (new?.byteCount ?? 0)
  }

  /// Stores tags and column values, the people as the user's rules have them.
  private func describe(_ id: Int64, _ article: PreparedArticle) throws {
    var article = article
    let shown = people.rules.apply(
      to: PersonTag.renamed(article.people, to: article.names), of: article.article.id,
      on: article.article.date)
    article.show(shown)
    try named.set(article.people(untoldBy: shown), of: id)
    let names = try people.store(article, in: id)
    let lists = try entities.tag(article: id, article.entities)
    columns.set(
      id,
      ColumnValues(
        date: ColumnValues.date(article.article.date),
        time: article.article.timeOfDay,
        language: ColumnValues.language(article.article.language),
        tie: ColumnLayout.Column.tie(of: article.article.id),
        unknownWords: ColumnValues.unknownWords(article.unknownWords),
        people: lists.people, countries: lists.countries, names: names, sketch: article.sketch))
    stories.note(stored: id)
  }
}
