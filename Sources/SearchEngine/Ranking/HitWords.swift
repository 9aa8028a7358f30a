internal import IndexDefinition
internal import Tokenizing

/// The words of some hits, each with how much it says of the hit.
struct HitWords {
  /// By number.
  let stems: [String]
  /// One a hit.
  let vectors: [StemVector]

  /// - Parameters:
  ///   - table: No stems met yet.
  ///   - statistics: Those that the hits are scored by.
  ///   - text: Title and body of an article.
  init(
    of hits: [Candidate], table: consuming StemNumbers, statistics: CorpusStatistics,
    text: (UInt32) throws -> (title: String, body: String)
  ) throws {
    vectors = try hits.map { hit in
      let text = try text(hit.row)
      let frequencies = table.frequencies(in: [text.title, text.body])
      let norm = BM25.LengthNorm(mean: max(1, statistics.meanLength))[hit.length]
      return StemVector(
        stems: frequencies.map(\.stem),
        weights: frequencies.map { BM25.saturation(Double($0.count), norm: norm) })
    }
    stems = table.stems
  }
}

/// The words of one article that can tell it from others: stems by number, with their saturated
/// frequency `x`.
struct StemVector {
  /// Numbers of stems in a ``StemNumbers``, each once.
  var stems: [Int] = []
  /// `x(w, d) = 1.8 · tf / (tf + norm)`, one a stem.
  var weights: [Double] = []
}

/// The stems met in the articles of one answer, numbered as they come.
///
/// Tokens and stems are known again by a hash of their bytes, so that a form is stemmed once.
struct StemNumbers {
  private static let leftOut: Int32 = -1

  private(set) var stems: [String] = []
  private var numberByStem = PrehashedMap()
  private var numberByToken = PrehashedMap()
  /// The occurrences of each stem in the text at hand.
  private var counts: [Int32] = []
  private let stopWords: Set<String>
  private let stem: (String) -> String

  init(stopWords: Set<String>, stem: @escaping (String) -> String) {
    self.stopWords = stopWords
    self.stem = stem
  }

  /// The occurrences of each stem in the texts together, in the order in which they first occur;
  /// stop words, short stems and numbers left out.
  mutating func frequencies(in texts: [String]) -> [(stem: Int, count: Int)] {
    var met: [Int] = []
    for text in texts {
      Tokenizer().forEachToken(in: text) { _, token in
        let number = Int(number(of: token))
        guard number >= 0 else { return }
        if counts[number] == 0 { met.append(number) }
        counts[number] += 1
      }
    }
    return met.map { stem in
      defer { counts[stem] = 0 }
      return (stem, Int(counts[stem]))
    }
  }

  private mutating func number(of token: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = token.reduce(FNV1a.seed, FNV1a.mix)
    if let known = numberByToken[hash] { return known }
    let hasDigit = token.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let number =
      hasDigit ? Self.leftOut : number(ofTerm: String(decoding: token, as: UTF8.self))
    numberByToken[hash] = number
    return number
  }

  private mutating func number(ofTerm term: String) -> Int32 {
    guard !stopWords.contains(term) else { return Self.leftOut }
    let stem = stem(term)
    guard stem.unicodeScalars.count >= 3 else { return Self.leftOut }
    let hash = stem.utf8.reduce(FNV1a.seed, FNV1a.mix)
    if let known = numberByStem[hash] { return known }
    let number = Int32(stems.count)
    numberByStem[hash] = number
    stems.append(stem)
    counts.append(0)
    return number
  }
}

/// Numbers by 64-bit hash: open addressing with linear probing, for the tokens of a few texts.
///
/// The hashes are spread already, so their low bits serve as they are. A hash of 0 is taken for 1.
struct PrehashedMap {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var count = 0

  /// `capacity`: a power of two; small, since a process of one query pays for each page it touches.
  init(capacity: Int = 1 << 11) {
    hashes = [UInt64](repeating: 0, count: capacity)
    numbers = [Int32](repeating: 0, count: capacity)
  }

  /// The number stored for `hash`; nil when there is none.
  subscript(hash: UInt64) -> Int32? {
    get {
      let slot = slot(of: max(hash, 1))
      return hashes[slot] == 0 ? nil : numbers[slot]
    }
    set {
      guard let newValue else { return }
      if count * 2 >= hashes.count { grow() }
      let slot = slot(of: max(hash, 1))
      count += hashes[slot] == 0 ? 1 : 0
      hashes[slot] = max(hash, 1)
      numbers[slot] = newValue
    }
  }

  /// Where the hash is, or would be.
  private func slot(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(hashes, numbers)
    self = PrehashedMap(capacity: hashes.count * 2)
    for (hash, number) in old where hash != 0 { self[hash] = number }
  }
}
