internal import Tokenizing

/// The stems met in the articles of one answer, numbered as they come.
///
/// Tokens are known again by a hash of their bytes, so that a form is stemmed once.
final class StemNumbers {
  private(set) var stems: [String] = []
  private var numberByStem: [String: Int] = [:]
  /// By hash of a folded token; nil for tokens that are left out.
  private var numberByToken: [UInt64: Int?] = [:]
  private let stopWords: Set<String>
  private let stem: (String) -> String

  init(stopWords: Set<String>, stem: @escaping (String) -> String) {
    self.stopWords = stopWords
    self.stem = stem
  }

  /// The occurrences of each stem in the texts, stop words, short stems and numbers left out.
  func frequencies(in texts: [String]) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for text in texts {
      Tokenizer().forEachToken(in: text) { _, token in
        if let number = number(of: token) { counts[number, default: 0] += 1 }
      }
    }
    return counts
  }

  private func number(of token: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(token)
    if let known = numberByToken[hash] { return known }
    let number = isTelling(token) ? number(ofTerm: String(decoding: token, as: UTF8.self)) : nil
    numberByToken[hash] = .some(number)
    return number
  }

  private func isTelling(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    !token.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  private func number(ofTerm term: String) -> Int? {
    guard !stopWords.contains(term) else { return nil }
    let stem = stem(term)
    guard stem.unicodeScalars.count >= 3 else { return nil }
    if let known = numberByStem[stem] { return known }
    numberByStem[stem] = stems.count
    stems.append(stem)
    return stems.count - 1
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
