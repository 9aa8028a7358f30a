package import Tokenizing

/// A word of a query as typed, without marks.
package struct TypedWord: Equatable, Sendable {
  /// As typed, but for a possessive's end.
  package var text: String
  /// At least one.
  package var terms: [String]

  /// Nil for a word without letters, and for one of a script without spaces.
  package init?(_ text: String, tokenizer: Tokenizer) {
    let word = QueryWord(text, tokenizer: tokenizer)
    guard !word.terms.isEmpty, word.bigrams == nil else { return nil }
    self.text = Self.withoutPunctuation(QueryWord.withoutPossessive(text))
    terms = word.terms
  }

  /// `planform,` → `planform`; a sign of money and a full stop stay.
  private static func withoutPunctuation(_ text: String) -> String {
    var rest = Substring(text)
    while let last = rest.last, ",;:!?/".contains(last) { rest = rest.dropLast() }
    while let first = rest.first, "/".contains(first) { rest = rest.dropFirst() }
    return String(rest)
  }

  /// The only term; nil for a word of several.
  var term: String? { terms.count == 1 ? terms[0] : nil }
}

/// Another way to write words of a query, which counts where the index has it.
package struct WordVariant: Equatable, Sendable {
  /// The words that it stands for, by their place in the query.
  package var words: Range<Int>
  /// As typed, as shown in notes.
  package var typed: String
  /// As shown in notes.
  package var text: String
  package var terms: [String]
  /// Counts only where the index has the words as typed too: what was cut apart from one word that no
  /// article has is more likely a slip.
  package var needsTyped = false
  /// Counts where the index has any form of the stem; else where it has this one.
  package var hasForms = false
  /// What stands apart in one spelling and not in the other: where one is a small word of any
  /// language, it is chance (`par le`, `parle`).
  package var parts: [String] = []
}

/// One concept, many spellings: what else the words of a query may be written as, without a look at an
/// index.
///
///     cease-fire, ceasefire, cease fire     ``JoinedSpelling``
///     1,000, $280bn, two                    ``NumberSpelling``
///     labour, organisation                  ``EnglishSpelling``
///     Kiev, UN                              ``NameVariants``
package enum WordVariants {
  /// Words of a query from which on letters that are all capital say nothing: a headline's.
  private static let shouted = 3
  /// Words of a query of which all kinds of spellings are looked for; a longer one is a question or
  /// was pasted, and finds by its many words: of it names alone are.
  private static let longestQuery = 10
  /// Words of the longest name.
  private static let longestRun = 8

  /// - Parameters:
  ///   - words: side by side; nil for what is no bare word.
  ///   - language: ISO 639-1, of the query.
  ///   - stopWords: of that language.
  package static func all(
    of words: [TypedWord?], language: String, stopWords: Set<String>
  ) -> [WordVariant] {
    let acronyms = !isShouted(words)
    var variants: [WordVariant] = []
    for place in words.indices where words[place] != nil {
      let run = words[place...].prefix(longestRun).prefix { $0 != nil }.compactMap { $0 }
      let context = VariantContext(run: run, place: place, language: language, stopWords: stopWords)
      variants += NameVariants.variants(context, acronyms: acronyms)
      if words.count <= longestQuery { variants += spellings(context) }
    }
    return variants
  }

  private static func spellings(_ context: VariantContext) -> [WordVariant] {
    let variants = NumberSpelling.variants(context) + JoinedSpelling.variants(context)
    guard context.language == "en", let term = context.word.term else { return variants }
    return variants
      + EnglishSpelling.others(of: term).map { other in
        var variant = context.variant(other, [other])
        variant.hasForms = true
        return variant
      }
  }

  private static func isShouted(_ words: [TypedWord?]) -> Bool {
    let operators: Set<String> = ["and", "or", "not", "near"]
    let texts = words.compactMap { $0?.text }.filter { !operators.contains($0) }
    let scalars = texts.joined().unicodeScalars
    return words.count >= shouted && !scalars.contains(where: \.properties.isLowercase)
  }
}

/// The words from one place of a query on.
struct VariantContext {
  /// At least one.
  let run: [TypedWord]
  let place: Int
  let language: String
  let stopWords: Set<String>

  var word: TypedWord { run[0] }

  /// A variant of the first `count` words.
  func variant(
    _ text: String, _ terms: [String], words count: Int = 1, needsTyped: Bool = false,
    parts: [String] = []
  ) -> WordVariant {
    WordVariant(
      words: place..<place + count, typed: run.prefix(count).map(\.text).joined(separator: " "),
      text: text, terms: terms, needsTyped: needsTyped, parts: parts)
  }
}
