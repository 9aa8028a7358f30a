internal import IndexDefinition
internal import NewsTagging
internal import SearchEngine
internal import Tokenizing

/// Where each term stands, gathered once.
final class MemoryPostings: PostingSource {
  /// Tokens of each article's title and body.
  private(set) var lengths: [(title: Int, body: Int)] = []
  private var entries: [String: [(row: Int64, occurrence: Occurrence)]] = [:]
  private var terms: [String] = []

  init(_ articles: [Article]) {
    for (index, article) in articles.enumerated() {
      let row = Int64(index + 1)
      lengths.append(
        (add(article.title, column: 0, row), add(article.body, column: 1, row)))
      if let bigrams = Bigrams.text(of: article.title, article.body) {
        _ = add(bigrams, column: 2, row)
      }
      if let joined = JoinedWords.shared.text(of: article.body) { _ = add(joined, column: 3, row) }
    }
    terms = entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func postings(of term: String, in rows: Range<Int64>) -> (any TermPostings)? {
    entries[term].map { found in ListPostings(found.filter { rows.contains($0.row) }) }
  }

  func forEachTerm(from start: String, _ body: (UnsafeRawBufferPointer) -> Bool) {
    for term in terms where !term.utf8.lexicographicallyPrecedes(start.utf8) {
      var term = term
      guard term.withUTF8({ body(UnsafeRawBufferPointer($0)) }) else { return }
    }
  }

  /// How many tokens the text has.
  private func add(_ text: String, column: Int, _ row: Int64) -> Int {
    let found = Tokenizer().terms(in: text)
    for (position, term) in found.enumerated() {
      entries[term, default: []].append(
        (row, Occurrence(column: column, position: position)))
    }
    return found.count
  }
}
