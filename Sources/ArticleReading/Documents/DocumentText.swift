/// The text of a document as it is put together: paragraphs with an empty line between them, the
/// cells of a table's row on one line.
struct DocumentText {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  private var breaks = 0
  private var surrogate: UInt16?
  private var isBehindRow = false
  private var gap: UInt8?
  /// Tables that are open: their rows are lines.
  private var tables = 0

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
    guard !part.isEmpty else { return }
    separate()
    bytes.append(contentsOf: part)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    separate()
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// A unit of UTF-16; the second of a pair makes a letter of both.
  mutating func append(utf16 unit: UInt16) {
    let first = surrogate
    surrogate = UTF16.isLeadSurrogate(unit) ? unit : nil
    if let first, UTF16.isTrailSurrogate(unit) {
      append(UTF16.decode(UTF16.EncodedScalar([first, unit])))
    } else if let scalar = Unicode.Scalar(unit) {
      append(scalar)
    }
  }

  /// A space that the document writes as an element.
  mutating func space() { append(" " as Unicode.Scalar) }

  mutating func endLine() { breaks = max(breaks, 1) }

  /// Inside a table paragraphs share their cell's line.
  mutating func endParagraph() {
    if tables > 0 { gap = gap ?? 0x20 } else { breaks = 2 }
  }

  /// A space goes before what follows, unless that begins a line.
  mutating func endWord() { gap = gap ?? 0x20 }

  /// What follows belongs to the word before.
  mutating func joinWord() { gap = nil }

  mutating func endCell() { gap = 0x09 }
  mutating func endRow() { (gap, breaks, isBehindRow) = (nil, max(breaks, 1), true) }

  /// Behind a row the next paragraph is in its table or not, as its document says late.
  mutating func startParagraph(isInTable: Bool) {
    if isBehindRow { breaks = isInTable ? 1 : 2 }
  }

  mutating func startTable() { (tables, breaks) = (tables + 1, max(breaks, 1)) }

  mutating func endTable() {
    tables = max(0, tables - 1)
    (gap, breaks) = (nil, tables == 0 ? 2 : 1)
  }

  private mutating func separate() {
    defer { (breaks, gap, isBehindRow) = (0, nil, false) }
    guard !bytes.isEmpty else { return }
    if breaks > 0 {
      bytes.append(contentsOf: repeatElement(0x0a, count: breaks))
    } else if let gap {
      bytes.append(gap)
    }
  }
}
