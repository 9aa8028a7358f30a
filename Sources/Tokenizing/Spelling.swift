/// The ways to write one letter in a language, made one before a term is stemmed.
///
/// The tokenizer takes the diacritics of Latin letters away, so that `ü` is `u`; who has no key for it
/// writes `ue`. A Turkish `I` is the capital of `ı`, which the tokenizer takes for that of `i`.
struct Spelling {
  /// Letters written in another way: what is typed, what the tokenizer makes of the letter.
  private static let replacements: [String: [(String, String)]] = [
    "da": [("aa", "a"), ("oe", "ø"), ("ae", "æ")],
    "nb": [("aa", "a"), ("oe", "ø"), ("ae", "æ")],
    "nn": [("aa", "a"), ("oe", "ø"), ("ae", "æ")],
    "no": [("aa", "a"), ("oe", "ø"), ("ae", "æ")],
    "de": [("ae", "a"), ("oe", "o"), ("ue", "u"), ("ß", "ss")],
    "ru": [("ё", "е")],
    "tr": [("ı", "i")],
  ]
  /// Letters before which `ue` is two letters: *neue*, *Quelle*.
  private static let vowels: Set<UInt8> = Set("aeiouyq".utf8)

  private let replacements: [(typed: [UInt8], letter: [UInt8])]

  /// Nil for a language in which each letter is written in one way.
  init?(language: String) {
    guard let replacements = Self.replacements[language] else { return nil }
    self.replacements = replacements.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  }

  func folded(_ term: String) -> String {
    let bytes = Array(term.utf8)
    guard replacements.contains(where: { bytes.contains($0.typed[0]) }) else { return term }
    var folded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if let (typed, letter) = replacement(at: rest, after: folded.last) {
        folded += letter
        rest = rest.dropFirst(typed.count)
      } else {
        folded.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private func replacement(
    at rest: ArraySlice<UInt8>, after last: UInt8?
  ) -> (typed: [UInt8], letter: [UInt8])? {
    replacements.first { typed, _ in
      rest.starts(with: typed)
        && (typed != Array("ue".utf8) || !(last.map(Self.vowels.contains) ?? false))
    }
  }
}
