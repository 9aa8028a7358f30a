internal import ArticleReading
internal import IndexDefinition
internal import SQLite
internal import SearchModel

/// Takes what reading hands over and keeps files, articles and batches in step: a batch is one
/// transaction, and a file counts as read only in the one that holds its last article.
final class ArticleWriter {
  private(set) var summary = RunSummary()
  /// Whether ``finish()`` merges the full text into one segment, however little was written.
  var mergesAll = false
  /// Bytes of the files gone through.
  private(set) var bytesDone = 0
  private let database: Connection
  private let options: IndexingOptions
  private let report: (IndexingEvent) -> Void
  private let files: FileTable
  private let store: ArticleStore
  private let people: ArchivePeople
  private var openFile: OpenFile?
  /// The batch that is gathering.
  private var waiting: [ArticlePreparer.Output] = []
  private var waitingBytes = 0

  init(
    _ database: Connection, options: IndexingOptions, preparer: ArticlePreparer,
    report: @escaping (IndexingEvent) -> Void
  ) throws {
    self.database = database
    self.options = options
    self.report = report
    try options.set(database)
    files = try FileTable(database)
    people = try ArchivePeople(database)
    store = try ArticleStore(
      database, keepsDuplicates: options.keepsDuplicates, preparer: preparer, people: people)
  }

  /// Takes steps; stores the batch when it has grown large.
  func take(_ output: ArticlePreparer.Output) throws {
    waiting.append(output)
    waitingBytes += output.byteCount
    if waitingBytes >= options.batchBytes { try commit() }
  }

  /// Makes all steps taken so far durable.
  private func commit() throws {
    try takeWaiting()
    try commitChanges()
  }

  private func takeWaiting() throws {
    let outputs = waiting
    waiting.removeAll()
    waitingBytes = 0
    var steps = outputs.flatMap(\.steps)
    people.guess(&steps)
    for output in outputs { store.add(output.stems) }
    for step in steps { try take(step) }
  }

  private func begin() throws {
    if !database.isInTransaction { try database.begin(.immediate) }
  }

  private func commitChanges() throws {
    guard database.isInTransaction else { return }
    try store.apply()
    try store.leaveUnsettled()
    try database.commit()
  }

  /// Forgets the batch begun; those committed stay.
  func rollback() {
    try? database.rollback()
  }

  /// Stores the last batch, settles who is who in its transaction, and leaves the index at its best for
  /// readers.
  ///
  /// A run that wrote most of the index merges its full text into one segment; a smaller one merges
  /// the newest segments where they are many.
  func finish() throws {
    try takeWaiting()
    try begin()
    try store.apply()
    summary.renamed = try store.settle()
    try database.commit()
    let isMost = (summary.indexed + summary.updated) * 2 >= store.highestID
    try IndexUpkeep(database: database).run(
      mergesAll: mergesAll || isMost && store.highestID > 0)
  }

  /// Takes out the articles and duplicates with these ids.
  func remove(ids: [String]) throws {
    for id in ids {
      try begin()
      summary.removed += try store.remove(try files.contents(named: id))
      if store.pendingBytes >= options.batchBytes { try commitChanges() }
    }
    try commitChanges()
  }

  /// Forgets all files that are no longer there, with their articles.
  func pruneFiles() throws {
    for file in try files.gone() {
      try begin()
      summary.removed += try store.remove(try files.contents(of: file))
      try files.delete(file)
      if store.pendingBytes >= options.batchBytes { try commitChanges() }
    }
    try commitChanges()
  }

  private func take(_ step: ReadStep<PreparedArticle>) throws {
    switch step {
    case .unchanged(let file, let articles):
      summary.unchanged += articles
      bytesDone += file.size
    case .begin(let file):
      try begin()
      openFile = try files.open(file)
    case .article(let article): try take(article)
    case .failure(let failure): fail(failure)
    case .end: try endFile()
    case .read(let file): preconditionFailure("\(file.path) was not read by a worker")
    }
  }

  private func fail(_ failure: ReadingFailure) {
    summary.failed += 1
    if openFile?.failure == nil { openFile?.failure = failure.description }
    report(.failure(failure))
  }

  private func take(_ article: PreparedArticle) throws {
    guard var file = openFile else { return }
    openFile = nil
    try begin()
    var article = article
    summary.bytes += article.byteCount
    let givenID = article.article.id
    var outcome = try store.put(article, in: &file)
    var number = 1
    while outcome == .repeatedID {
      number += 1
      article.article.id = "\(givenID)#\(number)"
      outcome = try store.put(article, in: &file)
    }
    if article.article.id != givenID { warnOfRepeatedID(givenID, &file) }
    count(outcome)
    if !article.isTagged, outcome == .new || outcome == .changed { summary.untagged += 1 }
    openFile = file
  }

  private func count(_ outcome: ArticleStore.Outcome) {
    switch outcome {
    case .new: summary.indexed += 1
    case .changed: summary.updated += 1
    case .unchanged: summary.unchanged += 1
    case .duplicate: summary.duplicates += 1
    case .repeatedID: break
    }
  }

  private func warnOfRepeatedID(_ id: String, _ file: inout OpenFile) {
    guard !file.hasRepeatedIDs else { return }
    file.hasRepeatedIDs = true
    report(
      .warning("\(file.file.path): id \(id) comes more than once; later ones become \(id)#2, …"))
  }

  /// Closes the file, dealing with articles it held before and no longer holds.
  private func endFile() throws {
    guard let file = openFile else { return }
    openFile = nil
    bytesDone += file.file.size
    var leftover = FileTable.Contents()
    if !file.isNew, !file.file.isStandardInput {
      leftover = try files.contents(of: file.id, notIn: file)
    }
    if options.prune, file.failure == nil {
      summary.removed += try store.remove(leftover)
      leftover = FileTable.Contents()
    }
    try files.finish(file, leftover: leftover.count)
  }
}
