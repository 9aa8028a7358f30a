/// A body as it is compared with another: its words in order, their shingles, its figures with the words
/// before them.
package struct ShingledText: Sendable {
  /// By the place of the first word.
  let shingles: [UInt64]
  let shingleSet: HashSet
  /// Two words in a row, figures as one.
  let pairs: HashSet
  /// Two words and what follows them.
  let triples: HashSet
  /// By figure, whose parts (`6-1/4`) are one: the two words before it, and these with it; each once.
  let figurePlaces: [(pair: UInt64, triple: UInt64)]
  package let wordCount: Int

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { ShingledText($0) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = WordScanner(bytes)
    var words: [UInt64] = []
    var units: [(hash: UInt64, isFigure: Bool)] = []
    while let word = scanner.next() {
      words.append(word.hash)
      if word.continues, let last = units.last {
        units[units.count - 1].hash = Shingle.hash(last.hash, 0, word.hash)
      } else {
        units.append((word.hash, word.isFigure))
      }
    }
    wordCount = words.count
    shingles = zip(zip(words, words.dropFirst()), words.dropFirst(2)).map {
      Shingle.hash($0.0, $0.1, $1)
    }
    shingleSet = HashSet(shingles)
    var (pairs, triples): ([UInt64], [UInt64]) = ([], [])
    var places: [(pair: UInt64, triple: UInt64)] = []
    var met: Set<UInt64> = []
    for place in units.indices.dropFirst(2) {
      let pair = Shingle.hash(0, units[place - 2].hash, units[place - 1].hash)
      let triple = Shingle.hash(pair, 1, units[place].hash)
      pairs.append(pair)
      triples.append(triple)
      if units[place].isFigure, met.insert(triple).inserted { places.append((pair, triple)) }
    }
    self.pairs = HashSet(pairs)
    self.triples = HashSet(triples)
    figurePlaces = places
  }
}

/// A set of hashes, open addressing; 0 is never in it.
struct HashSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int
  private(set) var count = 0

  init(_ hashes: [UInt64]) {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    for hash in hashes { insert(hash) }
  }

  private mutating func insert(_ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return }
      slot = (slot + 1) & mask
    }
    if hash == 0 { return }
    slots[slot] = hash
    count += 1
  }

  func contains(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// How many of its hashes another has too.
  func shared(with other: HashSet) -> Int {
    slots.reduce(0) { $0 + ($1 != 0 && other.contains($1) ? 1 : 0) }
  }
}
