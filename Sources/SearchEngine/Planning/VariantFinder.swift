internal import QueryLanguage
internal import Tokenizing

/// Which other spellings of a query's words the index has.
///
/// A variant stands beside each of the words that it is another spelling of: (cease or ceasefire) and
/// (fire or ceasefire) is (cease and fire) or ceasefire. So a word stays one clause, however it may be
/// written, and what is counted is exact.
struct VariantFinder {
  /// A variant that articles have, as ways to meet a query term.
  struct Found {
    var variant: WordVariant
    var forms: [QueryTerm.Variant]
  }

  /// Words of a query of which other spellings are looked for, the first.
  static let mostWords = 100

  let vocabulary: Vocabulary
  let filters: any FilterSource
  /// ISO 639-1.
  let language: String
  let stopWords: Set<String>
  let known: KnownForms
  let memory: VariantMemory
  private let tokenizer = Tokenizer()

  init(
    vocabulary: Vocabulary, filters: any FilterSource, language: String, stopWords: Set<String>,
    known: KnownForms, memory: VariantMemory
  ) {
    self.vocabulary = vocabulary
    self.filters = filters
    self.language = language
    self.stopWords = stopWords
    self.known = known
    self.memory = memory
  }

  /// The variants of words side by side.
  func variants(of parts: [Query]) throws -> [Found] {
    try memory.found(for: parts) { try find($0) }
  }

  private func find(_ parts: [Query]) throws -> [Found] {
    let words = parts.prefix(Self.mostWords).map { part in
      part.bareWord.flatMap { TypedWord($0, tokenizer: tokenizer) }
    }
    guard words.contains(where: { $0 != nil }) else { return [] }
    let people = PersonVariants(filters: filters, tokenizer: tokenizer)
    let all =
      try WordVariants.all(of: words, language: language, stopWords: stopWords)
      + people.variants(of: words)
    return try all.compactMap { variant in
      let forms = try forms(of: variant)
      return forms.isEmpty || isChance(variant) ? nil : Found(variant: variant, forms: forms)
    }
  }

  private func isChance(_ variant: WordVariant) -> Bool {
    variant.parts.contains(where: StopWords.isInAnyLanguage)
  }

  /// A word in the forms of its stem, or several in a row; empty where no article has it.
  private func forms(of variant: WordVariant) throws -> [QueryTerm.Variant] {
    let terms = variant.terms
    if terms.count > 1 {
      if variant.needsTyped, try !known.isHeld(tokenizer.terms(in: variant.typed), vocabulary.has) {
        return []
      }
      guard try known.isHeld(terms, vocabulary.has) else { return [] }
      return [QueryTerm.Variant(terms.map { [$0] }, isTyped: false)]
    }
    guard try variant.hasForms || known.isHeld(terms, vocabulary.has) else { return [] }
    let forms = try vocabulary.forms(ofStem: vocabulary.stem(terms[0]))
    return try (forms.contains(terms[0]) ? forms : terms + forms)
      .filter { try known.isHeld([$0], vocabulary.has) }
      .map { QueryTerm.Variant([[$0]], isTyped: false) }
  }
}

/// What was found for words side by side, for the second pass of an answer.
final class VariantMemory {
  private var found: [[Query]: [VariantFinder.Found]] = [:]

  func found(
    for parts: [Query], _ find: ([Query]) throws -> [VariantFinder.Found]
  ) rethrows -> [VariantFinder.Found] {
    if let known = found[parts] { return known }
    let variants = try find(parts)
    found[parts] = variants
    return variants
  }
}

extension QueryTermMaker {
  /// Says what else was searched, a line for what was typed.
  mutating func note(_ variants: [WordVariant]) {
    var typed: [String] = []
    for variant in variants where !typed.contains(variant.typed) { typed.append(variant.typed) }
    for text in typed {
      var others: [String] = []
      for variant in variants where variant.typed == text && !others.contains(variant.text) {
        others.append(variant.text)
      }
      let note = "\(text) stands also for \(others.joined(separator: ", "))"
      if !notes.contains(note) { notes.append(note) }
    }
  }
}
