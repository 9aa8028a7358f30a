import GRDB
import Tokenizing

/// A token as a tokenizer gave it, for comparing ours with FTS5's.
struct FoldedToken: Equatable {
  var range: Range<Int>
  var folded: [UInt8]

  /// Ours.
  static func tokens(in text: [UInt8]) -> [FoldedToken] {
    var tokens: [FoldedToken] = []
    text.withUnsafeBufferPointer { text in
      Tokenizer().forEachToken(in: text) {
        tokens.append(FoldedToken(range: $0, folded: Array($1)))
      }
    }
    return tokens
  }

  /// FTS5's own, from the SQLite that is linked.
  static func stockTokens(in text: [UInt8], of tokenizer: any FTS5Tokenizer) -> [FoldedToken] {
    var tokens: [FoldedToken] = []
    withUnsafeMutablePointer(to: &tokens) { tokens in
      text.withUnsafeBufferPointer { text in
        text.withMemoryRebound(to: CChar.self) { text in
          _ = tokenizer.tokenize(
            context: tokens, tokenization: .document, pText: text.baseAddress,
            nText: CInt(text.count)
          ) { context, _, folded, length, start, end in
            let bytes = UnsafeRawBufferPointer(start: folded, count: Int(length))
            context?.assumingMemoryBound(to: [FoldedToken].self).pointee
              .append(FoldedToken(range: Int(start)..<Int(end), folded: Array(bytes)))
            return 0
          }
        }
      }
    }
    return tokens
  }
}

/// Runs `body` with the tokenizer that the schema names.
func withStockTokenizer(_ body: (any FTS5Tokenizer) throws -> Void) throws {
  try DatabaseQueue().read { database in
    let name = FTS5TokenizerDescriptor(components: ["unicode61", "remove_diacritics", "2"])
    try body(database.makeTokenizer(name))
  }
}
