/// Where an article lies in the file that it was read from, or in the member of one that its path names.
///
/// A file that is one article from end to end has no more to say than its path.
public struct SourcePlace: Sendable, Hashable {
  /// The line on which its record begins, from 1.
  public var line: Int?
  /// The bytes of its record, half-open; those of the text unpacked, where the file is packed.
  public var bytes: Range<Int>?
  /// Where in the body each page of a document begins, in UTF-8 bytes; empty without pages.
  public var pages: [Int]

  package init(line: Int? = nil, bytes: Range<Int>? = nil, pages: [Int] = []) {
    self.line = line
    self.bytes = bytes
    self.pages = pages
  }

  /// The page that a byte of the body stands on, from 1; nil without pages.
  package func page(of offset: Int) -> Int? {
    pages.isEmpty ? nil : max(1, pages.count { $0 <= offset })
  }
}

extension String {
  /// A path with the line behind it, as editors and compilers write it: `dump.jsonl:1234`.
  package func atLine(_ line: Int?) -> String {
    line.map { "\(self):\($0)" } ?? self
  }
}
