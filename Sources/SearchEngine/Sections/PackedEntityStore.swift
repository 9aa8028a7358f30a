internal import IndexDefinition
internal import OperatingSystem
internal import SearchModel

/// The list columns packed for counting (``PackedEntities``), each made once it pays.
///
/// Any number of cores may ask at once: one packs, the others count from lists meanwhile.
final class PackedEntityStore: Sendable {
  private struct Known {
    var made: [ColumnLayout.Column: PackedEntities] = [:]
    var inTheMaking: Set<ColumnLayout.Column> = []
    /// Articles whose lists were read so far.
    var articlesRead: [ColumnLayout.Column: Int] = [:]
  }

  private let lastRow: UInt32
  let lastEntity: Int
  private let articlesBeforePacking: Int
  private let known = Guarded(Known())

  /// - Parameter articlesBeforePacking: How many articles' lists are read before a column is packed;
  ///   nil: as many as packing reads. A single query has no use for it, and a reader of many has it
  ///   soon.
  init(lastRow: Int64, lastEntity: Int, articlesBeforePacking: Int?) {
    self.articlesBeforePacking = articlesBeforePacking ?? Int(lastRow)
    self.lastRow = UInt32(clamping: lastRow)
    self.lastEntity = lastEntity
  }

  /// Those made so far.
  var made: [ColumnLayout.Column: PackedEntities] { known.withLock { $0.made } }

  /// - Parameters:
  ///   - facets: Those to be counted.
  ///   - filtered: Whether a list column's facet has a filter: it is then counted within the hits too.
  ///   - marked: Which of them count only where they are marked.
  ///   - reader: What reads columns where one is to be packed.
  func needs(
    of facets: [FacetRequest], filtered: (ColumnLayout.Column) -> Bool, marked: MarkedTags,
    _ reader: CoreReader
  ) throws -> [EntityCount: FacetNeeds.Entities] {
    var entities: [EntityCount: FacetNeeds.Entities] = [:]
    for facet in facets {
      guard let column = ColumnLayout.Column(facet.kind) else { continue }
      let count = EntityCount(column: column)
      let packed = facet.leading == nil ? nil : try packed(column, reader)
      entities[count] = FacetNeeds.Entities(
        packed: packed ?? entities[count]?.packed, markedOnly: marked.only(in: column))
      if filtered(column) {
        entities[EntityCount(column: column, isWithin: true)] = entities[count]
      }
    }
    return entities
  }

  /// Remembers what a query has read.
  func note(_ counts: FacetCounts) {
    for count in counts.lists.keys {
      let read = counts.articlesRead(for: count)
      known.withLock { $0.articlesRead[count.column, default: 0] += read }
    }
  }

  private func packed(
    _ column: ColumnLayout.Column, _ reader: CoreReader
  ) throws -> PackedEntities? {
    if let known = made[column] { return known }
    guard isToBePacked(column) else { return nil }
    defer { known.withLock { _ = $0.inTheMaking.remove(column) } }
    let counter = reader.counter(of: EntityCount(column: column), highest: lastEntity)
    try counter.countAll(through: lastRow, in: ColumnReader(reader.columns))
    let packed = try PackedEntities(counter, lastRow: lastRow, ColumnReader(reader.columns))
    known.withLock { $0.made[column] = packed }
    return packed
  }

  /// True for the one core that is to pack it.
  private func isToBePacked(_ column: ColumnLayout.Column) -> Bool {
    known.withLock { known in
      known.made[column] == nil
        && known.articlesRead[column, default: 0] > articlesBeforePacking
        && known.inTheMaking.insert(column).inserted
    }
  }
}
