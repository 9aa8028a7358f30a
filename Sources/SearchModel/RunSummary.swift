public import ArticleModel

/// What a run did; `bytes` is text read, `failed` counts files and parts that were not read,
/// `untagged` articles stored without tags because of their language.
public struct RunSummary: Sendable, Equatable {
  /// Articles that are new.
  public var indexed = 0
  /// Articles that took the place of older versions.
  public var updated = 0
  /// Articles that are as they were.
  public var unchanged = 0
  /// Articles whose title, day and text another one has; its places are kept.
  public var duplicates = 0
  /// Articles stored that are near-copies of another one, which stands for their story.
  public var nearCopies = 0
  /// Articles that were forgotten.
  public var removed = 0
  /// Articles of before the run whose people go by other names now, because of those that came or went.
  public var renamed = 0
  /// Articles that were removed for good before and stay out.
  public var keptOut = 0
  /// Files that are there no more and whose articles are kept; those articles.
  public var goneFiles = 0, goneArticles = 0
  /// Files that were found again under another path.
  public var movedFiles = 0
  /// Files and parts of files that could not be read.
  public var failed = 0
  /// These by what is wrong with them.
  public var failures: [ReadingFailure.Kind: Int] = [:]
  /// Articles whose date rests on `--date-order`.
  public var orderedDates = 0
  /// Articles stored without tags, because of their language.
  public var untagged = 0
  /// UTF-8 bytes of text read.
  public var bytes = 0
  /// How long the run took.
  public var seconds = 0.0

  package init() {}
}
