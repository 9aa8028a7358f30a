/// FTS5's `unicode61 remove_diacritics 2`, token for token: the same cuts, the same folding.
///
/// Highlights, passages, the stem table and the query plan all rest on our tokens being FTS5's;
/// a test compares both over all of Unicode.
package struct Tokenizer: Sendable {
  package init() {}

  /// Calls `body` with each token's byte range in `text` and its folded bytes, which are valid
  /// during the call only.
  package func forEachToken(
    in text: UnsafeBufferPointer<UInt8>,
    _ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
  }

  /// The folded terms of a short text such as a query word, in order.
  package func terms(in text: String) -> [String] {
    []
  }
}
