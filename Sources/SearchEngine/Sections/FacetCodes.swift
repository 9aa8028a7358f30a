internal import IndexDefinition
internal import OperatingSystem
internal import SearchModel

/// The codes that facets are counted by, made once they pay.
///
/// Any number of cores may ask at once: one makes them, the others count from lists meanwhile.
final class FacetCodes: Sendable {
  private struct Known {
    var made: [ColumnLayout.Column: EntityCodes] = [:]
    var inTheMaking: Set<ColumnLayout.Column> = []
    /// Articles whose lists were read so far.
    var articlesRead: [ColumnLayout.Column: Int] = [:]
  }

  private let lastRow: UInt32
  private let lastEntity: Int
  private let articlesBeforeCodes: Int
  private let known = Guarded(Known())

  /// - Parameter articlesBeforeCodes: How many articles' lists are read before codes are made of
  ///   them; nil: as many as making codes reads. A single query has no use for them, and a reader of
  ///   many has them soon.
  init(lastRow: Int64, lastEntity: Int, articlesBeforeCodes: Int?) {
    self.articlesBeforeCodes = articlesBeforeCodes ?? Int(lastRow)
    self.lastRow = UInt32(clamping: lastRow)
    self.lastEntity = lastEntity
  }

  /// Those made so far.
  var made: [ColumnLayout.Column: EntityCodes] { known.withLock { $0.made } }

  /// - Parameters:
  ///   - facets: Those to be counted.
  ///   - countryFocus: Whether only the countries that an article is about count.
  ///   - reader: What reads columns where codes are to be made.
  func needs(
    of facets: [FacetRequest], countryFocus: Bool, _ reader: CoreReader
  ) throws -> FacetNeeds {
    var entities: [ColumnLayout.Column: FacetNeeds.Entities] = [:]
    for facet in facets {
      guard let column = ColumnLayout.Column(facet.kind) else { continue }
      let codes = facet.leading == nil ? nil : try codes(of: column, reader)
      entities[column] = FacetNeeds.Entities(
        codes: codes ?? entities[column]?.codes, focusOnly: column == .country && countryFocus)
    }
    return FacetNeeds(
      dates: facets.contains { $0.kind == .date }, entities: entities, lastEntity: lastEntity)
  }

  /// Remembers what a query has read.
  func note(_ counts: FacetCounts) {
    for column in counts.lists.keys {
      let read = counts.articlesRead(in: column)
      known.withLock { $0.articlesRead[column, default: 0] += read }
    }
  }

  private func codes(of column: ColumnLayout.Column, _ reader: CoreReader) throws -> EntityCodes? {
    if let codes = made[column] { return codes }
    guard isToBeMade(column) else { return nil }
    defer { known.withLock { _ = $0.inTheMaking.remove(column) } }
    let counter = reader.counter(of: column, highest: lastEntity)
    try counter.countAll(through: lastRow, in: ColumnReader(reader.columns))
    let codes = try EntityCodes(counter, lastRow: lastRow, ColumnReader(reader.columns))
    known.withLock { $0.made[column] = codes }
    return codes
  }

  /// True for the one that is to make them.
  private func isToBeMade(_ column: ColumnLayout.Column) -> Bool {
    known.withLock { known in
      known.made[column] == nil
        && known.articlesRead[column, default: 0] > articlesBeforeCodes
        && known.inTheMaking.insert(column).inserted
    }
  }
}
