package import QueryLanguage

/// A filter that words of a query suggest: who, where or when.
public struct Offer: Sendable, Equatable {
  /// What is filtered by.
  public enum Kind: String, Sendable, CaseIterable {
    /// A person of the archive, by the canonical name.
    case person
    /// A country of the archive, by its ISO 3166-1 alpha-2 code.
    case country
    /// A day, a month or a year, ISO 8601.
    case date
  }

  /// What is filtered by.
  public var kind: Kind
  /// As a filter takes it.
  public var value: String
  /// Articles that the query finds with the filter in place of the words.
  public var count: Int
  /// The words, as typed.
  package var words: String
  /// The query with the filter in their place.
  package var query: Query

  package init(kind: Kind, value: String, count: Int, words: String, query: Query) {
    self.kind = kind
    self.value = value
    self.count = count
    self.words = words
    self.query = query
  }
}
