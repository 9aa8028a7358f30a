package import IndexDefinition
package import SearchModel

/// One state of an index: what a query asks beside postings and columns.
///
/// Good for as long as no one changes the index; used by one query at a time.
package protocol IndexSource: AnyObject {
  /// What the first core reads with.
  var core: any CoreSource { get }
  var statistics: CorpusStatistics { get }
  /// The greatest article id; 0 in an empty index.
  var lastRow: Int64 { get }
  /// The greatest entity id.
  var lastEntity: Int { get }
  /// ISO 639-1: of most articles.
  var language: String { get }
  /// Reads what is shown of hits; made when first asked for.
  var hits: any HitSource { get throws }

  /// What an entity is called; nil for an id that is none.
  func entity(_ id: Int64) throws -> EntityLabels.Entry?

  /// The id of the entity of this kind and value; nil when no article names it.
  func entityID(_ column: ColumnLayout.Column, value: String) throws -> UInt32?

  /// The terms other than the stem itself that are stored under it, in byte order.
  func terms(ofStem stem: String, language: String) throws -> [String]

  /// The newest date of an article that is not in the future, packed; 0 when there is none.
  func newestDate() throws -> Int32

  /// Turns filters as typed into conditions on this index.
  func filters() -> any FilterSource
}

/// Fetches what is shown of the articles that made it into the hits; no others are touched.
package protocol HitSource: AnyObject {
  /// Nil for an article that is no more.
  ///
  /// - Parameters:
  ///   - labels: Names of entities read so far.
  ///   - snippets: Nil: none are made.
  func hit(
    of candidate: Candidate, _ labels: EntityLabels, snippets: PassageMaker?,
    request: SearchRequest
  ) throws -> Hit?

  /// Title and body of an article; empty for one that is no more.
  func text(of row: UInt32) throws -> (title: String, body: String)
}
