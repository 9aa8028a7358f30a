public import ArticleModel
package import IndexDefinition

/// An archive that can be changed, by one writer at a time.
///
/// A change is there for all readers when its call returns, whole or not at all; a run over many
/// files is there batch by batch. No call blocks a thread of Swift's pool.
package protocol ArchiveWriter: Sendable {
  /// Reads files and folders, tags the articles and stores what is new or changed.
  ///
  /// - Parameters:
  ///   - paths: none: those indexed before, again; in a new archive, the current folder.
  ///   - report: told what goes on, by whatever thread writes.
  /// - Throws: ``ArticleIndexError`` when the archive itself cannot go on. Files that cannot be read
  ///   are reported and counted.
  func index(
    paths: [String], _ options: IndexingOptions, report: @escaping @Sendable (IndexingEvent) -> Void
  ) async throws -> RunSummary

  /// Stores articles that are read and tagged in place of what `path` held before.
  func store(_ articles: [(Article, Tags)], as path: String) async throws -> RunSummary

  /// Takes articles out by their ids; where one has a duplicate, that takes its place.
  ///
  /// - Returns: how many were taken out.
  func remove(ids: [String]) async throws -> Int

  /// Takes articles out for good, with all places of the same text: later runs leave them out.
  ///
  /// - Parameter erases: whether nothing that was ever taken out is left in any file of the archive.
  /// - Throws: ``ArticleIndexError``; what was taken out stays out where erasing fails.
  func remove(_ chosen: [ChosenArticle], erases: Bool) async throws -> RemovalSummary

  /// Gives the files below one folder to another, where the archive's sources have been carried.
  ///
  /// - Throws: ``ArticleIndexError``, also where the other folder is known already.
  func move(_ old: String, to new: String) async throws -> MoveSummary

  /// Adds corrections behind those there are; they change all articles at once and hold in later runs.
  ///
  /// - Parameter skippingKnown: leaves out those that are there already.
  func make(_ rules: [PersonRule], skippingKnown: Bool) async throws -> RuleChange

  /// Takes back one correction, by its place in ``SearchBackend/rules()`` from 1; nil: the last. Nothing is undone
  /// where there is no such one.
  func undo(_ number: Int?) async throws -> RuleChange

  /// Leaves the archive as quick to read as it can be, whatever that takes.
  func optimize() async throws

  /// Makes all that was written visible to readers, and quick to read.
  func refresh() async throws
}

/// How a run reads and stores.
public struct IndexingOptions: Sendable {
  /// Forces the files' format; nil: by name and content.
  public var format: String?
  /// Source key → our field (`headline` → `title`), tried before the built-in names.
  public var fieldNames: [String: String] = [:]
  /// What dates such as 03/04/2025 mean where a file's other dates do not say it: `dmy` or `mdy`.
  public var dateOrder: String?
  /// What texts are in; nil: as they say, UTF-8, or as their bytes suggest.
  public var encoding: String?
  /// What alone is read of all that the run would walk: absolute paths, with all below them; nil: all.
  ///
  /// What lies below no path of the run is walked as if it were named.
  package var only: [String]?
  /// Forgets articles whose file is gone.
  public var prune = false
  /// Stores articles of equal title, day and body as separate articles.
  public var keepsDuplicates = false
  /// Takes articles again that were removed for good.
  public var takesRemoved = false
  /// Parallel readers and taggers; nil: one a core.
  public var jobs: Int?
  /// Bytes of articles in flight and of caches.
  public var memory = 256 << 20
  /// How long to wait for another writer before giving up.
  public var patience: Duration = .seconds(10)

  /// What fits most runs.
  public init() {}
}

/// What a run tells while it goes on.
public enum IndexingEvent: Sendable {
  /// A file or a part of one that was not read.
  case failure(ReadingFailure)
  /// Something that the user should know, in a sentence.
  case warning(String)
  /// A file below the paths of the run that is gone, with the number of its articles, which are kept.
  case gone(path: String, articles: Int)
  /// So far, a few times a second, with the bytes of all files found by the walk where that is known.
  case progress(RunSummary, bytesDone: Int, bytesTotal: Int?)
}
