internal import Tokenizing

/// The words of an article that a line's end broke, folded, as its column `joined` has them.
struct BrokenTerms {
  private let terms: Set<[UInt8]>

  init(_ joined: String?) {
    terms = Set(joined.map { Tokenizer().terms(in: $0).map { Array($0.utf8) } } ?? [])
  }

  var isEmpty: Bool { terms.isEmpty }

  func contains(_ term: [UInt8]) -> Bool { terms.contains(term) }

  /// Whether what lies between two tokens may lie in the middle of a word: a line's end, or a hyphen and
  /// a space, which one has become.
  static func isBreak(_ gap: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    gap.contains(0x0a) || gap.count > 1 && gap.first == UInt8(ascii: "-")
  }
}
