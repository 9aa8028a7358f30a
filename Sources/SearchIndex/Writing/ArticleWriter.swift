internal import ArticleReading
internal import IndexDefinition
internal import OperatingSystem
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
  private let unfinished: UnfinishedFiles
  private let store: ArticleStore
  private let people: ArchivePeople
  private var openFile: OpenFile?
  /// Ids of articles that messages of this run take back.
  private var withdrawn: [String] = []
  /// The files that the run has met.
  private var met = RowIDSet()
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
    unfinished = try UnfinishedFiles(database, options)
    people = try ArchivePeople(database)
    store = try ArticleStore(
      database, keepsDuplicates: options.keepsDuplicates,
      takesRemoved: options.takesRemoved, knownEntities: options.knownEntities,
      preparer: preparer, people: people)
  }

  /// Takes steps; stores the batch when it has grown large.
  func take(_ output: ArticlePreparer.Output) throws {
    waiting.append(output)
    waitingBytes += output.byteCount
    if waitingBytes >= options.batchBytes { try commit() }
  }

  /// Makes all steps taken so far durable.
  func commit() throws {
    try takeWaiting()
    try commitChanges()
  }

  /// Stores what waits, in the transaction of its batch.
  func takeWaiting() throws {
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
    try store.settlement.leaveUnsettled()
    if let openFile { try unfinished.note(openFile) }
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
    (summary.renamed, summary.nearCopies) = try store.settlement.settle()
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

  /// Takes out what messages of this run take back, whether it was read before them or behind them.
  func removeWithdrawn() throws {
    try remove(ids: withdrawn)
    withdrawn.removeAll()
  }

  /// Takes articles out for good, each with all places of its text; one transaction.
  func removeForGood(_ chosen: [ChosenArticle]) throws -> RemovalSummary {
    var summary = RemovalSummary()
    let chosenRows = try ChosenRows(database, files)
    try begin()
    for choice in chosen {
      let gone = try store.removeForGood(articles: try chosenRows.articles(choice))
      summary.articles += gone.articles.count
      summary.duplicates += gone.duplicates.count
    }
    try commitChanges()
    return summary
  }

  /// Counts and reports the files below some paths that are gone and whose articles are kept.
  func tellGone(below paths: [String]) throws {
    for file in try files.gone(below: paths.map(FilePath.resolved), but: met) {
      summary.goneFiles += 1
      summary.goneArticles += file.articles
      report(.gone(path: file.path, articles: file.articles))
    }
  }

  /// Forgets all files that are no longer there, with their articles.
  func pruneFiles() throws {
    for file in try files.gone() {
      try begin()
      summary.removed += try store.remove(try files.contents(of: file))
      try files.delete(file)
      try unfinished.forget(file)
      try store.forget(file: file)
      if store.pendingBytes >= options.batchBytes { try commitChanges() }
    }
    try commitChanges()
  }

  private func take(_ step: ReadStep<PreparedArticle>) throws {
    switch step {
    case .unchanged(let file, let id, let articles):
      met.insert(id)
      summary.unchanged += articles
      bytesDone += file.size
    case .moved(let file, let id, let articles):
      try begin()
      guard try files.move(id, to: file) else {
        let message = "the file that it was taken for has come back: run again"
        return fail(ReadingFailure(path: file.path, message: message))
      }
      met.insert(id)
      summary.movedFiles += 1
      summary.unchanged += articles
      bytesDone += file.size
    case .begin(let file, let stored):
      try begin()
      openFile = try files.open(file, behind: stored)
      openFile.map { met.insert($0.id) }
      summary.unchanged += stored
    case .stored(let id): try meet(id)
    case .article(let article): try take(article)
    case .failure(let failure): fail(failure)
    case .orderedDate: summary.orderedDates += 1
    case .end: try endFile()
    case .read(let file): preconditionFailure("\(file.path) was not read by a worker")
    }
  }

  private func fail(_ failure: ReadingFailure) {
    summary.failed += 1
    summary.failures[failure.kind, default: 0] += 1
    withdrawn += failure.withdrawn
    if openFile?.failure == nil { openFile?.failure = failure.description }
    report(.failure(failure))
  }

  private func take(_ article: PreparedArticle) throws {
    guard var file = openFile else { return }
    openFile = nil
    try begin()
    file.taken += 1
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

  /// An article that an earlier run stored before it was cut off: its row is no leftover.
  private func meet(_ givenID: String) throws {
    guard var file = openFile else { return }
    openFile = nil
    var (id, number) = (givenID, 1)
    while try !store.meet(id, in: &file) {
      number += 1
      id = "\(givenID)#\(number)"
    }
    openFile = file
  }

  private func count(_ outcome: ArticleStore.Outcome) {
    switch outcome {
    case .new: summary.indexed += 1
    case .changed: summary.updated += 1
    case .unchanged: summary.unchanged += 1
    case .duplicate: summary.duplicates += 1
    case .keptOut: summary.keptOut += 1
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
    try unfinished.forget(file.id)
  }
}
