internal import FTS5Segments
internal import SQLite

/// Keeps the segments of the full text few after a run, at a cost that is bounded.
///
/// The newest segments are merged as soon as an older one is not much larger than they are together
/// (``SegmentLevels``). What a run does not get done the next one goes on with. A full text whose
/// structure is of a kind that we do not know is left to FTS5's own pace.
struct SegmentUpkeep {
  /// Leaf pages that a run writes at most.
  private static let pagesOfARun = 2_000
  /// Leaf pages that one step writes, a transaction of its own.
  private static let pagesOfAStep = 500
  /// The row of `article_fts_data` that holds the structure.
  private static let structure = SQLValue.integer(10)

  let database: Connection

  func run() throws {
    guard let levels = try levels() else { return }
    if !levels.isMerging, !(try layOut(levels)) { return }
    try setLeast()
    let fullText = FullTextIndex(database: database)
    for _ in 0..<Self.pagesOfARun / Self.pagesOfAStep {
      guard try fullText.merge(pages: Self.pagesOfAStep) else { return }
    }
  }

  private func levels() throws -> SegmentLevels? {
    try record().flatMap(SegmentLevels.init)
  }

  private func record() throws -> [UInt8]? {
    try Statement(database, "SELECT block FROM article_fts_data WHERE id = ?")
      .first(Self.structure) { Array($0.bytes(0)) }
  }

  /// Puts the newest segments on one level, older ones on others.
  ///
  /// FTS5 keeps the structure in memory until another connection writes: so another one does.
  ///
  /// - Returns: false when there is nothing to merge.
  private func layOut(_ levels: SegmentLevels) throws -> Bool {
    let count = levels.countToMerge
    guard count > 1, let old = try record(), let new = levels.record(mergingNewest: count)
    else { return false }
    let other = try Connection(database.path, .readWrite, patience: .seconds(5))
    defer { other.close() }
    try other.execute(
      "UPDATE article_fts_data SET block = ? WHERE id = ? AND block = ?", .blob(new),
      Self.structure, .blob(old))
    return true
  }

  /// Lets `merge` take two segments, once an index.
  private func setLeast() throws {
    let least: Int? = try database.value("SELECT v FROM article_fts_config WHERE k = 'usermerge'")
    if least != 2 { try FullTextIndex(database: database).setLeastToMerge(2) }
  }
}
