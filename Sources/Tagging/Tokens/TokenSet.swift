/// A set of words by ``TokenHash``.
struct TokenSet: Sendable {
  private var words: TokenTable<Bool>

  /// - Parameter words: parted by white space.
  init(_ words: String) {
    self.words = TokenTable()
    for word in words.split(whereSeparator: \.isWhitespace) {
      self.words[TokenHash.of(String(word))] = true
    }
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { words[hash] != nil }
}
