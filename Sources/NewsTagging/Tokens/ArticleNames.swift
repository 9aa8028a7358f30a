/// The capitalised words of an article, gathered when first asked for.
struct ArticleNames {
  private let fields: [FieldTokens]
  /// Nearly all that is asked for is in no article.
  private lazy var filter = filled()
  private lazy var words = gathered()

  init(_ title: FieldTokens, _ body: FieldTokens) { fields = [title, body] }

  mutating func contains(_ hash: UInt64) -> Bool {
    filter.mayContain(hash) && words.contains(hash)
  }

  private func filled() -> TokenFilter {
    var filter = TokenFilter()
    for field in fields {
      filter.insert(field.tokens, where: \.isCapitalisedWord)
    }
    return filter
  }

  private func gathered() -> TokenSet {
    var words = TokenSet(minimumCapacity: 256)
    for field in fields {
      for token in field.tokens where token.isCapitalisedWord { words.insert(token.hash) }
    }
    return words
  }
}
