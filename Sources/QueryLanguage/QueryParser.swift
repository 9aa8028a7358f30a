/// Reads a query string; any string is a query.
package struct QueryParser {
  package init() {}

  /// The tree of `text`, with what was not understood searched as words and told in `notes`.
  package func parse(_ text: String) -> (query: Query, notes: [String]) {
    let words = text.split(whereSeparator: \.isWhitespace).map { Query.term(Term(String($0))) }
    return (words.isEmpty ? .all : words.count == 1 ? words[0] : .sequence(words), [])
  }
}
