/// A set of words by ``TokenHash``.
struct TokenSet: Sendable {
  private var words: TokenTable<Bool>

  init(minimumCapacity: Int = 8) {
    words = TokenTable(minimumCapacity: minimumCapacity)
  }

  /// - Parameter words: parted by white space.
  init(_ words: String) {
    self.init()
    for word in words.split(whereSeparator: \.isWhitespace) { insert(TokenHash.of(String(word))) }
  }

  mutating func insert(_ hash: UInt64) { words[hash] = true }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { words[hash] != nil }
}
