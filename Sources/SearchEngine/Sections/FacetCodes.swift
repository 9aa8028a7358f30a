internal import IndexDefinition
internal import SearchModel

/// The codes that facets are counted by, made once they pay.
final class FacetCodes {
  private let lastRow: UInt32
  private let lastEntity: Int
  private let articlesBeforeCodes: Int
  /// Those made so far.
  private(set) var made: [ColumnLayout.Column: EntityCodes] = [:]
  /// Articles whose lists were read so far.
  private var articlesRead: [ColumnLayout.Column: Int] = [:]

  /// - Parameter articlesBeforeCodes: How many articles' lists are read before codes are made of
  ///   them; nil: as many as making codes reads. A single query has no use for them, and a reader of
  ///   many has them soon.
  init(lastRow: Int64, lastEntity: Int, articlesBeforeCodes: Int?) {
    self.articlesBeforeCodes = articlesBeforeCodes ?? Int(lastRow)
    self.lastRow = UInt32(clamping: lastRow)
    self.lastEntity = lastEntity
  }

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
      articlesRead[column, default: 0] += counts.articlesRead(in: column)
    }
  }

  private func codes(of column: ColumnLayout.Column, _ reader: CoreReader) throws -> EntityCodes? {
    if let codes = made[column] { return codes }
    guard articlesRead[column, default: 0] > articlesBeforeCodes else { return nil }
    let counter = reader.counter(of: column, highest: lastEntity)
    try counter.countAll(through: lastRow, in: ColumnReader(reader.columns))
    let codes = try EntityCodes(counter, lastRow: lastRow, ColumnReader(reader.columns))
    made[column] = codes
    return codes
  }
}
