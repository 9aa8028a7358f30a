/// A field's bytes and the tokens in them; what every tagger reads.
package struct FieldTokens: Sendable {
  package let bytes: [UInt8]
  package internal(set) var tokens: [Token]

  package init(_ text: String) {
    bytes = Array(text.utf8)
    tokens = bytes.withUnsafeBufferPointer(TokenScanner.tokens)
  }

  /// The token's text as written.
  package func text(_ token: Token) -> String {
    String(decoding: bytes[token.range], as: UTF8.self)
  }

  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
