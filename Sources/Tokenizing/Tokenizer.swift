/// FTS5's `unicode61 remove_diacritics 2`, token for token: the same cuts, the same folding.
///
/// Highlights, passages, the stem table and the query plan all rest on our tokens being FTS5's;
/// a test compares both over all of Unicode, malformed UTF-8 included. Like FTS5, a folded form is
/// cut after ``maximumTermLength`` bytes, in the middle of a character where that falls.
package struct Tokenizer: Sendable {
  /// FTS5_MAX_TOKEN_SIZE: an index holds no longer term.
  package static let maximumTermLength = 32768

  package init() {}

  /// Calls `body` with each token's byte range in `text` and its folded bytes, which are valid
  /// during the call only.
  package func forEachToken(
    in text: UnsafeBufferPointer<UInt8>,
    _ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    // Folding lengthens a character by one byte at most (U+023A, of two bytes, to U+2C65).
    let capacity = min(text.count * 2, Self.maximumTermLength) + FoldingTables.maximumWidth
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { folded in
      var scanner = TokenScanner(text: text, folded: folded)
      while let range = scanner.next() {
        let length = min(scanner.foldedLength, Self.maximumTermLength)
        body(range, UnsafeBufferPointer(rebasing: folded[..<length]))
      }
    }
  }

  /// Calls `body` with each token's byte range in the text's UTF-8 and its folded bytes, which are
  /// valid during the call only.
  package func forEachToken(
    in text: String, _ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var text = text
    text.withUTF8 { forEachToken(in: $0, body) }
  }

  /// The folded terms of a short text such as a query word, in order.
  package func terms(in text: String) -> [String] {
    var terms: [String] = []
    forEachToken(in: text) { _, folded in terms.append(String(decoding: folded, as: UTF8.self)) }
    return terms
  }
}
