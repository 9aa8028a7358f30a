internal import CStemmer

/// Snowball stems of folded terms in one language; for use by one thread at a time.
///
/// The stem of a folded term is not always Snowball's stem of the word as written, whose diacritics
/// some rules look at. What matters is that vocabulary and query are stemmed alike, from terms.
package final class Stemmer {
  /// ISO 639-1 codes with a Snowball algorithm.
  ///
  /// Hindi, Nepali and Tamil have one too, but FTS5 cuts their words at every vowel sign: the stems
  /// of the pieces would join words that have nothing in common.
  package static let languages = [
    "ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id", "it", "lt",
    "nl", "no", "pt", "ro", "ru", "sr", "sv", "tr", "yi",
  ]

  private let snowball: OpaquePointer
  private let isEnglish: Bool

  /// Nil for a language without an algorithm.
  package init?(language: String) {
    guard Self.languages.contains(language), let snowball = sb_stemmer_new(language, "UTF_8")
    else { return nil }
    self.snowball = snowball
    isEnglish = language == "en"
  }

  deinit {
    sb_stemmer_delete(snowball)
  }

  /// The stem of a folded term; English irregular forms have the stem of their base.
  package func stem(_ term: String) -> String {
    var word = isEnglish ? IrregularForms.bases[term] ?? term : term
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(snowball, bytes.baseAddress, Int32(bytes.count)) else {
        return term  // out of memory
      }
      let count = Int(sb_stemmer_length(snowball))
      return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
    }
  }
}
