internal import IndexDefinition
internal import Tokenizing

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
