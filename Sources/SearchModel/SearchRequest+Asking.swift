public import QueryLanguage

extension SearchRequest {
  /// What `text` asks, in the query language: any text is a query.
  ///
  /// What has no meaning where it stands is searched as words, and a note of the answer says so. A
  /// text all in capitals, such as a pasted headline, has no operators.
  public init(_ text: String) {
    let (query, notes) = QueryParser(operators: .whereMeant).parse(text)
    self.init(text: text, query: query)
    parserNotes = notes
  }

  /// What a tree of `QueryLanguage` asks.
  public init(_ query: Query) {
    self.init(text: query.description, query: query)
  }
}
