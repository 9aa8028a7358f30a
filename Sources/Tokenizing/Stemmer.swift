internal import CStemmer

/// Stems of folded terms in one language; for use by one thread at a time.
///
/// Snowball's where there are good ones, else light ones of our own. The stem of a folded term is not
/// always Snowball's stem of the word as written, whose diacritics some rules look at. What matters is
/// that vocabulary and query are stemmed alike, from terms.
package final class Stemmer {
  private enum Algorithm {
    case snowball(OpaquePointer)
    case light((String) -> String)
  }

  /// ISO 639-1 codes whose Snowball algorithm is used, with its name.
  ///
  /// Hindi, Nepali and Tamil have one too, but FTS5 cuts their words at every vowel sign: the stems
  /// of the pieces would join words that have nothing in common. Arabic has a light one here.
  private static let snowball: [String: String] = [
    "bs": "serbian", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hr": "serbian", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ms": "indonesian", "nb": "norwegian", "nl": "dutch",
    "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "tr": "turkish", "yi": "yiddish",
  ]
  private static let light: [String: @Sendable (String) -> String] = [
    "ar": { ArabicStem.stem($0) }, "fa": { PersianStem.stem($0) }, "he": { HebrewStem.stem($0) },
  ]

  /// ISO 639-1 codes that have stems.
  package static var languages: [String] {
    (Array(snowball.keys) + Array(light.keys) + EndingStem.languages).sorted()
  }

  private let algorithm: Algorithm
  /// What is done to a term before its endings are looked at.
  private let spelling: Spelling?
  private let isEnglish: Bool

  /// Nil for a language without stems.
  package init?(language: String) {
    if let name = Self.snowball[language], let snowball = sb_stemmer_new(name, "UTF_8") {
      algorithm = .snowball(snowball)
    } else if let light = Self.light[language] ?? EndingStem(language: language)?.stem {
      algorithm = .light(light)
    } else {
      return nil
    }
    spelling = Spelling(language: language)
    isEnglish = language == "en"
  }

  deinit {
    if case .snowball(let stemmer) = algorithm { sb_stemmer_delete(stemmer) }
  }

  /// The stem of a folded term; English irregular forms have the stem of their base.
  package func stem(_ term: String) -> String {
    let word = isEnglish ? IrregularForms.bases[term] ?? term : spelling?.folded(term) ?? term
    return switch algorithm {
    case .snowball(let stemmer): Self.stem(word, stemmer) ?? term
    case .light(let stem): stem(word)
    }
  }

  /// Nil where memory is out.
  private static func stem(_ word: String, _ stemmer: OpaquePointer) -> String? {
    var word = word
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        return nil
      }
      let count = Int(sb_stemmer_length(stemmer))
      return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
    }
  }
}
