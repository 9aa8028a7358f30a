/// A set of words by ``TokenHash``.
struct TokenSet: Sendable {
  private var words: TokenTable<Bool>
  /// A bit for the lowest six bits of each word: most sets have few words, and most words that are asked for are in
  /// none, which this tells without a look into the table.
  private var filter: UInt64 = 0

  init(minimumCapacity: Int = 8) {
    words = TokenTable(minimumCapacity: minimumCapacity)
  }

  /// - Parameter words: parted by white space.
  init(_ words: String) {
    self.init()
    for hash in TokenHash.words(words) { insert(hash) }
  }

  mutating func insert(_ hash: UInt64) {
    words[hash] = true
    // The table takes 0 for 1.
    filter |= hash > 1 ? Self.bit(of: hash) : 3
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { filter & Self.bit(of: hash) != 0 && words[hash] != nil }

  @inline(__always)
  private static func bit(of hash: UInt64) -> UInt64 { 1 << (hash & 63) }
}
