import CSystemSQLite
import Testing
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
  static func stockTokens(in text: [UInt8], of tokenizer: StockTokenizer) -> [FoldedToken] {
    var tokens: [FoldedToken] = []
    withUnsafeMutablePointer(to: &tokens) { tokens in
      text.withUnsafeBufferPointer { text in
        text.withMemoryRebound(to: CChar.self) { text in
          tokenizer.tokenize(text, into: tokens) { context, _, folded, length, start, end in
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

/// FTS5's tokenizer, through the interface for extensions (<https://sqlite.org/fts5.html#extending_fts5>).
struct StockTokenizer {
  typealias TokenCallback =
    @convention(c) (
      UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt
    ) -> CInt

  fileprivate let methods: fts5_tokenizer
  fileprivate let handle: OpaquePointer

  func tokenize(
    _ text: UnsafeBufferPointer<CChar>, into context: UnsafeMutableRawPointer,
    _ receive: TokenCallback
  ) {
    _ = methods.xTokenize?(
      handle, context, FTS5_TOKENIZE_DOCUMENT, text.baseAddress, CInt(text.count), receive)
  }
}

/// Runs `body` with the tokenizer that the schema names.
func withStockTokenizer(_ body: (StockTokenizer) throws -> Void) throws {
  var opened: OpaquePointer?
  #expect(sqlite3_open(":memory:", &opened) == SQLITE_OK)
  defer { sqlite3_close(opened) }
  let interface = try #require(fts5Interface(of: opened))
  var methods = fts5_tokenizer()
  var context: UnsafeMutableRawPointer?
  #expect(interface.pointee.xFindTokenizer(interface, "unicode61", &context, &methods) == SQLITE_OK)
  var handle: OpaquePointer?
  "remove_diacritics".withCString { option in
    "2".withCString { value in
      var arguments: [UnsafePointer<CChar>?] = [option, value]
      _ = methods.xCreate(context, &arguments, 2, &handle)
    }
  }
  defer { methods.xDelete(handle) }
  try body(StockTokenizer(methods: methods, handle: try #require(handle)))
}

private func fts5Interface(of database: OpaquePointer?) -> UnsafeMutablePointer<fts5_api>? {
  var interface: UnsafeMutablePointer<fts5_api>?
  var statement: OpaquePointer?
  sqlite3_prepare_v2(database, "SELECT fts5(?)", -1, &statement, nil)
  defer { sqlite3_finalize(statement) }
  withUnsafeMutablePointer(to: &interface) { place in
    // SQLite compares the name when the statement runs: it must outlive the call.
    let name: StaticString = "fts5_api_ptr"
    name.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        _ = sqlite3_bind_pointer(statement, 1, place, name.baseAddress, nil)
      }
    }
    sqlite3_step(statement)
  }
  return interface
}
