/// Why an FTS5 table's own records cannot be read.
public enum SegmentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A format that this reader does not know, though FTS5 may: answer with stock MATCH instead.
  case unsupported(String)
  /// Bytes that no FTS5 writes. The remedy is to rebuild the table's index:
  /// `INSERT INTO t(t) VALUES ('rebuild')`.
  case corrupt(String)

  /// The format or the record, in words.
  public var description: String {
    switch self {
    case .unsupported(let what): "unsupported FTS5 format: \(what)"
    case .corrupt(let what): "corrupt full-text index: \(what)"
    }
  }
}
