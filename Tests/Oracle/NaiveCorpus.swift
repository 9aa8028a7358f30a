package import GRDB
package import IndexDefinition
import Tokenizing

/// An index read back from its base tables and views by plain SQL, every text as a list of tokens.
///
/// What the searcher reads (postings, packed columns, stems) is not looked at.
package final class NaiveCorpus {
  /// Ascending by row id; an article's place here is its number everywhere in this target.
  package let articles: [NaiveArticle]
  /// Titles, then bodies.
  let fields: [TokenField]
  let terms: TermNumbers
  /// Names of people by number; articles name them so.
  package let people: [String]
  /// ISO 639-1 of most articles, whose stems join words.
  let language: String

  /// Reads the whole index.
  package init(_ database: Database) throws {
    let articles = try NaiveArticle.read(database)
    let language =
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'language'") ?? "en"
    var terms = TermNumbers(language: language)
    let texts: [(NaiveArticle) -> String] = [\.title, \.body]
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
