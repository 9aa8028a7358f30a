/// A set of words by ``TokenHash``.
struct TokenSet: Sendable {
  private var words: TokenTable<Bool>

  init(minimumCapacity: Int = 8) {
    words = TokenTable(minimumCapacity: minimumCapacity)
  }

  /// - Parameter words: parted by white space.
  init(_ words: String) {
    self.init()
    for hash in TokenHash.words(words) { insert(hash) }
  }

  mutating func insert(_ hash: UInt64) { words[hash] = true }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { words[hash] != nil }
}
