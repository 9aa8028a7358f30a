internal import IndexDefinition
package import SQLite
import Tokenizing

/// An index read back from its base tables and views by plain SQL, every text as a list of tokens.
///
/// What the searcher reads (postings, packed columns, stems) is not looked at.
package final class NaiveCorpus {
  /// Ascending by row id; an article's place here is its number everywhere in this target.
  package let articles: [NaiveArticle]
  /// Titles, then bodies, then the bodies' words that a line's end broke.
  let fields: [TokenField]
  let terms: TermNumbers
  /// Names of people by number; articles name them so.
  package let people: [String]
  /// ISO 639-1 of most articles, whose stems join words.
  package let language: String

  /// Every term, in byte order.
  package var vocabulary: [String] { terms.sorted.map { terms.terms[Int($0)] } }

  /// The number of articles that hold each term.
  package var articleCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for article in articles.indices {
      let held = fields.flatMap { $0.tokens[$0.starts[article]..<$0.starts[article + 1]] }
      for term in Set(held) { counts[terms.terms[Int(term)], default: 0] += 1 }
    }
    return counts
  }

  /// Reads the whole index.
  package init(_ database: Connection) throws {
    let articles = try NaiveArticle.read(database)
    let language =
      try database.value("SELECT value FROM meta WHERE key = 'language'") ?? "en"
    var terms = TermNumbers(language: language)
    let texts: [(NaiveArticle) -> String] = [\.title, \.body, \.joined]
    fields = texts.map { TokenField(articles, text: $0, terms: &terms) }
    terms.sort()
    self.terms = terms
    self.articles = articles
    self.language = language
    people = Array(Set(articles.flatMap(\.people))).sorted()
  }
}

/// One field of all articles: their tokens in a row.
struct TokenField {
  private(set) var tokens: [Int32] = []
  /// Where each article's tokens begin; one more at the end.
  private(set) var starts: [Int] = [0]

  init(_ articles: [NaiveArticle], text: (NaiveArticle) -> String, terms: inout TermNumbers) {
    let tokenizer = Tokenizer()
    for article in articles {
      let isStemmed = terms.stems(article.language)
      tokenizer.forEachToken(in: text(article)) { _, token in
        tokens.append(
          terms.number(of: String(decoding: token, as: UTF8.self), isStemmed: isStemmed))
      }
      starts.append(tokens.count)
    }
  }

  func length(of article: Int) -> Int { starts[article + 1] - starts[article] }
}
