private import IndexData

/// The tables of `index/gazetteers`, compiled into the binary; each file's head names its columns.
package enum Gazetteer: Sendable {
  /// Words that stand before a person's name: `words language gender kind before`.
  case honorifics

  /// The file as it lies in the read-only segment.
  package var bytes: UnsafeBufferPointer<UInt8> {
    switch self {
    case .honorifics:
      UnsafeBufferPointer(start: wsearch_honorifics(), count: wsearch_honorifics_size())
    }
  }

  /// The rows that are neither empty nor a `#` comment, cut at tabs.
  package var rows: some Sequence<[Substring]> {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n").lazy
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
