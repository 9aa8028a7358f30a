package import IndexDefinition
package import QueryLanguage
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

  /// The countries that articles name, by code, with what they are called.
  func countries() throws -> [(code: String, label: String)]

  /// The terms other than the stem itself that are stored under it, in byte order.
  func terms(ofStem stem: String, language: String) throws -> [String]

  /// The languages whose stems are stored, ISO 639-1: there are, or were, articles in them.
  func stemLanguages() throws -> Set<String>

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
  ///   - people: Entities that passages name if they can.
  func hit(
    of candidate: Candidate, _ labels: EntityLabels, snippets: PassageMaker?, people: Set<UInt32>,
    request: SearchRequest
  ) throws -> Hit?

  /// Title and body of an article; empty for one that is no more.
  func text(of row: UInt32) throws -> (title: String, body: String)
}

/// One state of an index as one core reads it.
///
/// Used by one core at a time, within the read that it was made in.
package protocol CoreSource: AnyObject {
  var postings: any PostingSource { get }
  var chunks: any ChunkSource { get }

  /// Makes the calling thread the one that reads; no other may be reading.
  func claim()

  /// Told once there was a first query: it is likely that there are many.
  func expectMoreQueries() throws

  /// The count of stems that is stored; nil when none is.
  func stems() throws -> StemStatistics?

  /// Where an article comes from; nil where it is not told, or for an article that is no more.
  func source(of row: UInt32) throws -> String?
}

/// Another way to read the same index, by which another core takes part in a query.
package protocol OtherCore: AnyObject, Sendable {
  /// Runs `body` with a source that shows the same state as the first core's; with nil when it may
  /// not. What the source gives ends with the call.
  func read<R>(_ body: ((any CoreSource)?) throws -> R) throws -> R
}

/// Finds what filters as typed mean in an index.
///
/// A name is looked up once.
package protocol FilterSource: AnyObject {
  /// - Parameter marked: Which tags count only where they are marked.
  func resolve(_ filter: Filter, _ marked: MarkedTags) throws -> ResolvedFilter

  /// Finds whom several names mean in one walk over the people of the index, before they are asked for.
  func lookUp(people names: [String]) throws

  /// The articles that mention any of the people named.
  func people(_ names: [String], _ marked: MarkedTags) throws -> ResolvedFilter

  /// - Throws: `UnknownFilterValue` for a name that no country has.
  func countries(_ names: [String], _ marked: MarkedTags) throws -> ResolvedFilter

  /// The other names that articles give the person whom some give this one; empty where none does.
  func otherNames(of name: String) throws -> [String]

  /// The family names, folded, of people whose name sounds like a word, with the articles that mention
  /// their bearers, the most first.
  func familyNames(soundingLike word: String) throws -> [(name: String, articles: Int)]
}

extension FilterSource {
  package func lookUp(people names: [String]) throws {}
}

/// A filter as a condition, and in words how it was read.
package struct ResolvedFilter {
  package var filter: ArticleFilter
  package var notes: [String]

  package init(filter: ArticleFilter, notes: [String] = []) {
    self.filter = filter
    self.notes = notes
  }
}
