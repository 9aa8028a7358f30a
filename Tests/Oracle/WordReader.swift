import QueryLanguage
import Tokenizing

/// What a word or phrase of a query stands for, by the rules of the language.
struct WordReader {
  /// Terms that a suffix, infix, pattern or typing error stands for at most, in byte order.
  private static let patternLimit = 1000

  let corpus: NaiveCorpus
  let stopWords: Set<String>
  private let tokenizer = Tokenizer()

  init(_ corpus: NaiveCorpus) {
    self.corpus = corpus
    stopWords = StopWords.terms(language: corpus.language)
  }

  func terms(of text: String) -> [String] { tokenizer.terms(in: text) }

  /// The terms of a word, its possessive s left out.
  func wordTerms(of text: String) -> [String] {
    let isPossessive = ["'", "’", "ʼ"].contains { apostrophe in
      text.hasSuffix(apostrophe + "s") || text.hasSuffix(apostrophe + "S")
    }
    return terms(of: isPossessive ? String(text.dropLast(2)) : text)
  }

  /// Nil for a phrase without letters.
  func leaf(of phrase: Phrase, in fields: [Int]) -> NaiveLeaf? {
    let words = terms(of: phrase.text)
    guard let last = words.last else { return nil }
    var slots = words.map(slot)
    if phrase.lastIsPrefix { slots[slots.count - 1] = prefixed(last) }
    return leaf(slots, slop: phrase.slop, in: fields)
  }

  func leaf(of term: Term, in fields: [Int]) -> NaiveLeaf {
    let words = wordTerms(of: term.text)
    switch term.form {
    case .exact: return leaf(words.map(slot), in: fields)
    case .stemmed: return stemmed(term.text, words, fields)
    case .prefix:
      let starts = prefixed(words[words.count - 1])
      if words.count > 1 { return leaf(words.dropLast().map(slot) + [starts], in: fields) }
      return NaiveLeaf(typed: slot(words[0]), forms: starts, fields: fields)
    case .suffix, .infix, .fuzzy, .pattern:
      let found = corpus.terms.matching(limit: Self.patternLimit, pattern(term, words.joined()))
      let typed = term.form == .pattern ? [] : slot(words.joined()).intersection(found)
      return NaiveLeaf(typed: typed, forms: Set(found), fields: fields)
    }
  }

  /// A word with all forms of its stem, its other spelling as an acronym, and ss for ß.
  private func stemmed(_ text: String, _ words: [String], _ fields: [Int]) -> NaiveLeaf {
    var leaf = leaf(words.map(slot), in: fields)
    if words.count == 1 {
      leaf.forms = corpus.terms.forms(ofStem: corpus.terms.stem(words[0]))
    }
    let acronym = otherSpelling(of: text, words)
    if acronym.count == 1 { leaf.forms.formUnion(slot(acronym[0])) }
    if acronym.count > 1 {
      leaf.phrases.insert(.init(slots: acronym.map(slot), isTyped: false))
    }
    for (one, other) in [("ß", "ss"), ("ss", "ß")] where words[0].contains(one) {
      let spelt = words.map { $0.split(separator: one, omittingEmptySubsequences: false) }
        .map { slot($0.joined(separator: other)) }
      leaf.add(self.leaf(spelt, in: fields))
    }
    return leaf
  }

  /// The letters of an acronym as one word when typed with dots, and the other way round.
  private func otherSpelling(of text: String, _ words: [String]) -> [String] {
    if text.contains("."), words.count > 1, words.allSatisfy({ $0.count == 1 }) {
      return [words.joined()]
    }
    let isCapital = text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
    return isCapital ? text.lowercased().map(String.init) : []
  }

  private func leaf(_ slots: [Set<Int32>], slop: Int? = nil, in fields: [Int]) -> NaiveLeaf {
    slots.count == 1 && slop == nil
      ? NaiveLeaf(typed: slots[0], fields: fields)
      : NaiveLeaf(phrases: [.init(slots: slots, slop: slop, isTyped: true)], fields: fields)
  }

  private func slot(_ term: String) -> Set<Int32> {
    Set([corpus.terms.number(of: term)].compactMap { $0 })
  }

  private func prefixed(_ start: String) -> Set<Int32> {
    Set(corpus.terms.matching { $0.utf8.starts(with: start.utf8) })
  }

  private func pattern(_ term: Term, _ core: String) -> (String) -> Bool {
    switch term.form {
    case .suffix: { $0.utf8.reversed().starts(with: core.utf8.reversed()) }
    case .infix: { Glob.holds([[], Array(core.utf8), []], in: Array($0.utf8)) }
    case .fuzzy: { TypingErrors.areWithinOne(core, $0) }
    default: pattern(term.text)
    }
  }

  /// The letters between stars, folded as the tokenizer does.
  private func pattern(_ text: String) -> (String) -> Bool {
    let parts = text.split(separator: "*", omittingEmptySubsequences: false)
      .map { Array(terms(of: String($0)).joined().utf8) }
    return { Glob.holds(parts, in: Array($0.utf8)) }
  }
}

extension NaiveLeaf {
  /// Joins another way to type the same word.
  mutating func add(_ other: NaiveLeaf) {
    typed.formUnion(other.typed)
    forms.formUnion(other.forms)
    phrases.formUnion(other.phrases)
  }
}

/// Words with stars in them.
enum Glob {
  /// Whether `parts`, with anything between them, make up `text`; tried at every place.
  static func holds(_ parts: [[UInt8]], in text: [UInt8]) -> Bool {
    guard let first = parts.first, text.starts(with: first) else { return false }
    let rest = Array(text.dropFirst(first.count))
    if parts.count == 1 { return rest.isEmpty }
    return (0...rest.count).contains { holds(Array(parts.dropFirst()), in: Array(rest[$0...])) }
  }
}
