/// Finds the terms and prefixes of a pattern among tokens without making a String of each token.
///
/// Open addressing over FNV-1a (Fowler, Noll, Vo); first bytes that no term has are passed over
/// before hashing.
struct TermTable {
  /// Number of a term or prefix, in the order added.
  typealias Symbol = Int

  private var numbers: [String: Symbol] = [:]
  private var terms: [[UInt8]] = []
  private var prefixes: [(bytes: [UInt8], symbol: Symbol)] = []
  private var buckets: [Int32] = []
  private var firstBytes = [Bool](repeating: false, count: 256)
  private(set) var count = 0

  /// Adds a term once; later calls give its number again.
  mutating func add(term: String) -> Symbol {
    if let known = numbers[term] { return known }
    numbers[term] = count
    terms.append(Array(term.utf8))
    return admit(term)
  }

  mutating func add(prefix: String) -> Symbol {
    prefixes.append((Array(prefix.utf8), count))
    terms.append([])
    return admit(prefix)
  }

  private mutating func admit(_ text: String) -> Symbol {
    if let first = text.utf8.first { firstBytes[Int(first)] = true }
    count += 1
    return count - 1
  }

  /// Makes the table ready for look-ups; nothing is added after.
  mutating func seal() {
    var capacity = 16
    while capacity < terms.count * 2 { capacity *= 2 }
    buckets = [Int32](repeating: -1, count: capacity)
    for (symbol, term) in terms.enumerated() where !term.isEmpty {
      var bucket = term.withUnsafeBufferPointer(Self.hash) & (capacity - 1)
      while buckets[bucket] >= 0 { bucket = (bucket + 1) & (capacity - 1) }
      buckets[bucket] = Int32(symbol)
    }
  }

  /// Calls `body` for the term that `token` is and for each prefix that it begins with.
  func forEachSymbol(of token: UnsafeBufferPointer<UInt8>, _ body: (Symbol) -> Void) {
    guard let first = token.first, firstBytes[Int(first)] else { return }
    if let symbol = symbol(of: token) { body(symbol) }
    for prefix in prefixes where token.starts(with: prefix.bytes) { body(prefix.symbol) }
  }

  private func symbol(of token: UnsafeBufferPointer<UInt8>) -> Symbol? {
    let mask = buckets.count - 1
    var bucket = Self.hash(token) & mask
    while buckets[bucket] >= 0 {
      let symbol = Int(buckets[bucket])
      if terms[symbol].count == token.count, token.elementsEqual(terms[symbol]) { return symbol }
      bucket = (bucket + 1) & mask
    }
    return nil
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
