internal import IndexDefinition
internal import OperatingSystem

/// What queries have read of one state of an index, for all that read it: columns, names, how
/// frequent words are, packed entities, sources, the count of stems.
///
/// Any number of readers may use it at once, and what they keep is kept once for all. Each adds an
/// arena of its own, some megabytes (``ColumnArena``): the chunks that it was the first to read lie
/// there, so that it stays as long as the cache.
package final class StateCache: Sendable {
  let columns: ColumnCache
  let labels: LabelStore
  let termCounts = TermCounts()
  let knownForms = KnownForms()
  let patterns = PatternStore()
  let lengthFloors: LengthFloors
  let packedEntities: PackedEntityStore
  let sources: SourceStore
  private let stems = Guarded<StemStatistics??>(nil)

  /// - Parameter articlesBeforePacking: See ``PackedEntityStore``.
  package init(of index: any IndexSource, articlesBeforePacking: Int? = nil) {
    columns = ColumnCache(lastRow: index.lastRow)
    labels = LabelStore(highest: index.lastEntity)
    lengthFloors = LengthFloors(windowCount: columns.windowCount)
    sources = SourceStore(lastRow: index.lastRow)
    packedEntities = PackedEntityStore(
      lastRow: index.lastRow, lastEntity: index.lastEntity,
      articlesBeforePacking: articlesBeforePacking)
  }

  var knowsStems: Bool { stems.withLock { $0 != nil } }

  /// The stored count of stems; read when first asked for.
  func stems(_ read: () throws -> StemStatistics?) rethrows -> StemStatistics? {
    if let known = stems.withLock({ $0 }) { return known }
    let made = try read()
    stems.withLock { $0 = .some(made) }
    return made
  }
}
