import IndexDefinition

/// Cuts a file of records into them by the lines that they begin and end with, one in memory at a time.
struct RecordLines {
  /// A longer record is passed over.
  static let sizeLimit = 64 << 20

  private let bytes: ByteReader
  private let start: [UInt8]
  private let end: [UInt8]
  private(set) var number = 0
  /// Where the last record lies.
  private(set) var place = SourcePlace()

  /// - Parameters:
  ///   - start: what the first line of a record holds, `<page>`.
  ///   - end: what its last line holds.
  init(_ bytes: ByteReader, from start: String, to end: String) {
    (self.bytes, self.start, self.end) = (bytes, Array(start.utf8), Array(end.utf8))
  }

  /// The next record from its first mark to its last, nil at the end of the file; empty where it is
  /// too long.
  mutating func next() -> [UInt8]? {
    var record: [UInt8] = []
    var isOpen = false
    var isTooLong = false
    var before = (line: bytes.line, position: bytes.position)
    while let (line, isCut) = bytes.line(limit: Self.sizeLimit) {
      if !isOpen, !line.holds(start) {
        before = (bytes.line, bytes.position)
        continue
      }
      isOpen = true
      isTooLong = isTooLong || isCut || record.count + line.count > Self.sizeLimit
      if !isTooLong {
        record.append(contentsOf: line)
        record.append(0x0a)
      }
      if line.holds(end) { break }
    }
    guard isOpen else { return nil }
    number += 1
    place = SourcePlace(line: before.line, bytes: before.position..<bytes.position)
    return isTooLong ? [] : record
  }
}
