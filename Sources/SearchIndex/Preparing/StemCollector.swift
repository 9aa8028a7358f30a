internal import IndexDefinition
internal import Tokenizing

/// Finds the rows of table `stem` that some articles call for; one a thread.
final class StemCollector {
  /// The language of articles that do not tell theirs.
  static let fallbackLanguage = "en"
  /// Longer terms are noise, and no one's inflected form.
  static let longestTerm = 64

  private let known: KnownTerms
  private let tokenizer = Tokenizer()
  private var stemmers: [String: Stemmer?] = [:]

  /// The distinct terms of the articles at hand: hash, place in `arena`, language.
  private var seen = TermHashSet()
  private var hashes: [UInt64] = []
  private var terms: [(range: Range<Int>, language: String)] = []
  private var arena: [UInt8] = []

  init(known: KnownTerms) {
    self.known = known
  }

  /// - Parameter joined: words of the article that stand in none of its fields.
  func add(_ article: Article, joined: String?) {
    let language = article.language ?? Self.fallbackLanguage
    guard stemmer(language) != nil else { return }
    let seed = language.utf8.reduce(FNV1a.seed, FNV1a.mix)
    for text in [article.title, article.body, joined ?? ""] {
      tokenizer.forEachToken(in: text) { _, term in add(term, language, seed) }
    }
  }

  /// The rows for the terms added since the last call that no one has met before.
  func takeNew() -> [StemmedTerm] {
    let rows = known.insert(hashes).compactMap { row(of: terms[$0]) }
    seen.removeAll()
    hashes.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    return rows
  }

  private func add(_ term: UnsafeBufferPointer<UInt8>, _ language: String, _ seed: UInt64) {
    guard term.count <= Self.longestTerm else { return }
    let hash = term.reduce(seed, FNV1a.mix)
    guard seen.insert(hash) else { return }
    hashes.append(hash)
    terms.append((arena.count..<arena.count + term.count, language))
    arena.append(contentsOf: term)
  }

  private func row(of term: (range: Range<Int>, language: String)) -> StemmedTerm? {
    let text = String(decoding: arena[term.range], as: UTF8.self)
    guard let stem = stemmer(term.language)?.stem(text), stem != text else { return nil }
    return StemmedTerm(language: term.language, stem: stem, term: text)
  }

  private func stemmer(_ language: String) -> Stemmer? {
    if let stemmer = stemmers[language] { return stemmer }
    let stemmer = Stemmer(language: language)
    stemmers[language] = .some(stemmer)
    return stemmer
  }
}

/// A row of table `stem`: a term of the vocabulary that differs from its stem.
struct StemmedTerm: Hashable, Comparable, Sendable {
  var language: String
  var stem: String
  var term: String

  /// The order of the table's key, so that rows are inserted in it.
  static func < (left: StemmedTerm, right: StemmedTerm) -> Bool {
    (left.language, left.stem, left.term) < (right.language, right.stem, right.term)
  }
}
