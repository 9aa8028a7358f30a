internal import QueryLanguage
internal import Tokenizing

/// The words of one query that stand for many: `harb*`, `*bour`, `h*r`, `harbuor~`.
///
/// What each stands for is found in the vocabulary, and bounded: all of them together cost what some
/// fifty common words cost, however many or short they are. What was cut is told.
struct OpenWords {
  /// Words of a query that may stand for many: each takes a walk over the vocabulary, or all words that
  /// begin so.
  private static let mostWords = 8
  /// Bytes of a word that may stand for many.
  private static let longestWord = 256
  /// Terms whose postings may lie open side by side, a page of memory each.
  private static let mostWalkedTogether = 4096
  /// Of a term that is walked beside others, in terms that are read alone.
  private static let costInPhrase = 3

  let vocabulary: Vocabulary
  let tokenizer: Tokenizer
  /// What was cut short.
  private(set) var notes: [String] = []
  private var words = 0
  /// Terms that prefixes may still stand for.
  private var termsLeft: Int

  init(vocabulary: Vocabulary, tokenizer: Tokenizer) {
    self.vocabulary = vocabulary
    self.tokenizer = tokenizer
    termsLeft = vocabulary.prefixLimit
  }

  /// Whether another word may stand for many: it is not one too many, and short enough for somebody to
  /// have written it.
  mutating func take(_ term: Term) -> Bool {
    words += 1
    if words > Self.mostWords {
      note(
        "only the first \(Self.mostWords) words with * or ~ stand for others; the rest was searched "
          + "as it is")
      return false
    }
    if Self.isTooLong(term) {
      note(
        "a word with * or ~ stands for others up to \(Self.longestWord) bytes; a longer one was "
          + "searched as it is")
      return false
    }
    return true
  }

  /// A query's words as they are searched: those beyond the first that may stand for many stand for
  /// themselves.
  static func searched(_ terms: [Term]) -> [Term] {
    var words = 0
    return terms.map { term in
      words += term.form.isOpen ? 1 : 0
      return term.form.isOpen && words > mostWords ? Term(term.text, .exact) : term
    }
  }

  /// Says a thing once.
  private mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  /// Whether no word that anyone wrote can be meant.
  private static func isTooLong(_ term: Term) -> Bool { term.text.utf8.count > longestWord }
}

// MARK: - Beginnings

extension OpenWords {
  /// The terms that begin so, as many as the query's other prefixes have left, but as many as a pattern
  /// in any case; says when there are more.
  ///
  /// - Parameter cost: of a term, in those of a word by itself.
  mutating func expansions(of prefix: String, cost: Int = 1) throws -> [String] {
    let limit = max(termsLeft / cost, Vocabulary.patternLimit)
    let found = try vocabulary.terms(withPrefix: prefix, limit: limit)
    termsLeft = max(0, termsLeft - cost * found.terms.count)
    if found.isCut { noteCut("“\(prefix)*”", limit) }
    return found.terms
  }

  /// The words that a phrase may end with, cut into lists that can be walked together.
  ///
  /// - Parameter isNear: words near each other are looked for in one list alone: two would count a group
  ///   twice.
  mutating func lastWords(_ prefix: String, isNear: Bool) throws -> [[String]] {
    let words = try expansions(of: prefix, cost: Self.costInPhrase)
    let lists = stride(from: 0, to: words.count, by: Self.mostWalkedTogether)
      .map { Array(words[$0..<min(words.count, $0 + Self.mostWalkedTogether)]) }
    guard isNear, lists.count > 1 else { return lists }
    noteCut("near others, “\(prefix)*”", Self.mostWalkedTogether)
    return Array(lists.prefix(1))
  }

  private mutating func noteCut(_ what: String, _ limit: Int) {
    note(
      "\(what) stands for more than \(limit) words: only the first \(limit) in order of the alphabet "
        + "were searched")
  }
}

// MARK: - Patterns

extension OpenWords {
  /// What a word with open ends or a typing error stands for; says when there is more.
  ///
  /// - Parameter terms: the word's, as the tokenizer cuts it.
  mutating func matches(of term: Term, _ terms: [String]) throws -> (
    pattern: TermPattern, terms: [String]
  ) {
    let pattern = pattern(of: term, terms)
    if vocabulary.patterns[pattern.text] == nil { try lookUp([pattern]) }
    let found = vocabulary.patterns[pattern.text] ?? .init()
    if found.isCut { noteCut(pattern.text, Vocabulary.patternLimit) }
    return (pattern, found.terms)
  }

  /// Finds what the first words that stand for many mean, all in one walk over the vocabulary.
  func lookUp(_ terms: [Term]) throws {
    let open = terms.filter { $0.form.isOpen }.prefix(Self.mostWords)
    let patterns = open.filter { $0.form != .prefix && !Self.isTooLong($0) }
      .map { pattern(of: $0, tokenizer.terms(in: $0.text)) }
    if patterns.count > 1 { try lookUp(patterns) }
  }

  private func lookUp(_ patterns: [TermPattern]) throws {
    let unknown = patterns.filter { vocabulary.patterns[$0.text] == nil }
    guard !unknown.isEmpty else { return }
    let found = try vocabulary.terms(where: unknown.map { $0.matches })
    for (pattern, terms) in zip(unknown, found) { vocabulary.patterns[pattern.text] = terms }
  }

  private func pattern(of term: Term, _ terms: [String]) -> TermPattern {
    TermPattern(term.form == .pattern ? foldedPattern(term.text) : terms.joined(), term.form)
  }

  /// The pattern's letters as the tokenizer folds them, its stars where they were.
  private func foldedPattern(_ text: String) -> String {
    text.split(separator: "*", omittingEmptySubsequences: false)
      .map { tokenizer.terms(in: String($0)).joined() }.joined(separator: "*")
  }
}

extension Term.Form {
  /// Stands for words that are not known before they are looked for.
  var isOpen: Bool {
    switch self {
    case .prefix, .suffix, .infix, .fuzzy, .pattern: true
    case .stemmed, .exact: false
    }
  }
}
