internal import Tokenizing

/// A word of a query cut into terms, with what its spelling tells.
struct QueryWord {
  let terms: [String]
  /// Pairs for the `bigrams` column when the word is written without spaces; else nil.
  let bigrams: [String]?
  /// The other way to write an acronym: `us` for U.S., `u`, `s` for US; empty for other words.
  let acronym: [String]

  init(_ text: String, tokenizer: Tokenizer) {
    let text = Self.withoutPossessive(text)
    terms = tokenizer.terms(in: text)
    bigrams = Bigrams.text(of: text)?.split(separator: " ").map(String.init)
    acronym = Self.otherSpelling(of: text, terms: terms)
  }

  /// Several words joined (`ice-free`), not an acronym or a name with a prefix (U.S., O'Brien): where
  /// any word will do, each of them will.
  var isCompound: Bool {
    bigrams == nil && terms.count > 1 && terms.allSatisfy { $0.utf8.count > 1 }
  }

  /// `Starmer's` → `Starmer`, with a straight or a curly apostrophe.
  static func withoutPossessive(_ text: String) -> String {
    for ending in ["'s", "’s", "ʼs", "'S", "’S", "ʼS"] where text.hasSuffix(ending) {
      return String(text.dropLast(2))
    }
    return text
  }

  /// The dotted form of two capitals, or a dotted acronym without its dots.
  ///
  /// Undotted capitals of three letters or more are left as they are:
  /// single letters in a row are costly to look up and seldom meant.
  private static func otherSpelling(of text: String, terms: [String]) -> [String] {
    if text.contains("."), terms.count > 1, terms.allSatisfy({ $0.count == 1 }) {
      return [terms.joined()]
    }
    let isShortCapital =
      text.utf8.count == 2 && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    return isShortCapital ? terms.joined().map(String.init) : []
  }
}
