package import ArticleModel
internal import QueryLanguage

/// An archive that can be asked, wherever it lies.
///
/// May be asked by many tasks at once; every answer is of one state of the archive, whole or not at
/// all. No call blocks a thread of Swift's pool, and each ends with `CancellationError` once its task
/// is cancelled. What it throws beside is said in words that name the archive.
package protocol SearchBackend: Sendable {
  /// What requests may ask of it; others are refused by ``SearchRequest/check(against:)``.
  var abilities: Set<SearchAbility> { get }

  /// The answer with its hits.
  ///
  /// - Throws: ``ArticleIndexError``; ``UnknownFilterValue`` for a country that is none;
  ///   ``CursorError``; ``SearchTimeout``.
  func search(_ request: SearchRequest) async throws -> SearchResults

  /// The answer with its hits handed on one by one, best first, so that a result of any size can be
  /// exported; the answer returned holds none.
  ///
  /// - Parameter receive: called in turn, by whatever thread makes the answer; its error ends it.
  /// - Throws: as ``search(_:)``.
  func stream(_ request: SearchRequest, _ receive: (Hit) throws -> Void) async throws
    -> SearchResults

  /// All places of `article` that match the words of the request, those of the title first, each
  /// field's ascending; places that overlap are one.
  func matches(of request: SearchRequest, in article: Article) async throws -> [FieldMatch]

  /// The articles with this id, else with this path; several where files share an id.
  func articles(named name: String) async throws -> [StoredArticle]

  /// Words of the archive that a mistyped word may be meant for, best first.
  func suggestions(for word: String) async throws -> [String]

  /// The people of the archive with words that begin as `prefix`, without case and diacritics, those
  /// in most articles first; all where it is empty.
  func people(beginning prefix: String) async throws -> [KnownPerson]

  /// What the archive says of a person, named as in a filter: of several the one of the most articles.
  ///
  /// - Returns: nil where nobody is meant, and how the name was read.
  func profile(of name: String) async throws -> (profile: PersonProfile?, notes: [String])

  /// The corrections in force, in the order in which they were made.
  func rules() async throws -> [MadeRule]

  /// Values of a filter with words that begin as `typed`, the most frequent first: for completing as
  /// one types.
  ///
  /// - Parameter time: what was found in it is all there is.
  func names(
    _ kind: NameBeginning.Kind, beginning typed: String, limit: Int, within time: Duration
  ) async throws -> [NameBeginning]
}

/// What not every archive can do.
package enum SearchAbility: String, Sendable, CaseIterable {
  case corrections, cursors, explanations, passages, recency, synonyms, timelines
}

extension SearchRequest {
  /// What an archive must be able to do to answer.
  package var needs: Set<SearchAbility> {
    let asked: [SearchAbility: Bool] = [
      .cursors: after != nil, .explanations: explains, .passages: passages > 0,
      .recency: recency != nil, .synonyms: !synonyms.isEmpty, .timelines: timeline != nil,
    ]
    return Set(asked.filter(\.value).keys)
  }

  /// - Throws: ``MissingAbility`` for the first, in alphabetical order, that is needed and not there.
  package func check(against abilities: Set<SearchAbility>) throws {
    let missing = needs.subtracting(abilities).map(\.rawValue).sorted()
    if let first = missing.first { throw MissingAbility(first) }
  }
}

/// A request for what this archive cannot do.
package struct MissingAbility: Error, Sendable, Equatable, CustomStringConvertible {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  package var description: String { "this archive has no \(name)" }
}
