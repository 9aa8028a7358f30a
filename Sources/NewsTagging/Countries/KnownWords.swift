package import ArticleModel

/// What the country tagger knows of single words, for `wsearch-train damage`: it learns from the words that
/// nobody knows how OCR damages those that are names.
package struct KnownWords: Sendable {
  private let gazetteer = CountryGazetteer()
  private let lexicon = Lexicon.shipped

  package init() {}

  /// Whether the word with this ``TokenHash`` is by itself a name of a country, people or place.
  package func isName(_ hash: UInt64) -> Bool { gazetteer.record(hash)?.isName ?? false }

  /// Whether a word with this ``TokenHash`` stands in no list, and in no text or seldom and with a capital.
  package func isUnknown(_ hash: UInt64) -> Bool {
    gazetteer.record(hash) == nil && lexicon?[hash].isHardlyKnown ?? false
  }

  /// Whether the word with this ``TokenHash`` is a surname or given name.
  package func namesPersons(_ hash: UInt64) -> Bool {
    !(lexicon?[hash].traits.isDisjoint(with: [.surname, .given]) ?? true)
  }

  /// Whether a paper of this day was read by OCR, which the tagger takes those of certain years to be.
  package func isOld(_ date: CalendarDate?) -> Bool { PlaceResolver.isOld(date?.year) }
}
