/// The records of a CSV file, one at a time, whatever its size.
struct CSVRecords {
  struct Record: Equatable {
    /// Of the line that the record starts on, from 1.
    var line: Int
    /// Empty where the record is longer than ``limit`` and was passed over.
    var fields: [String]
    /// Of the record in the file, its line's end left out.
    var bytes = 0..<0
    /// The first byte that is not UTF-8, and what is to be said of it.
    var damage: (byte: Int, advice: String)?

    static func == (left: Record, right: Record) -> Bool {
      left.line == right.line && left.fields == right.fields
    }
  }

  /// Longer records are refused: a quote that never ends takes in all that follows.
  static let limit = 64 << 20

  private let reader: ByteReader
  private let encoding: String?
  let delimiter: UInt8
  private var line = 1

  init(_ reader: ByteReader, encoding: String? = nil) {
    self.reader = reader
    self.encoding = encoding
    let head = reader.peek(64 << 10)
    // What spreadsheets say of themselves: `sep=;`
    if head.starts(with: "sep=".utf8), head.count > 5 {
      delimiter = head[4]
      _ = reader.line(limit: 64)
      line = 2
    } else {
      delimiter = Self.delimiter(of: head)
    }
  }

  /// The next record that is no empty line.
  mutating func next() -> Record? {
    var size = 1
    while true {
      let bytes = reader.peek(size)
      if bytes.isEmpty { return nil }
      if let record = CSVRecord(bytes, delimiter: delimiter, isWhole: reader.holdsTheRest) {
        if let record = take(record, bytes) { return record }
        size = 1
      } else if bytes.count > Self.limit {
        return skipped()
      } else {
        size = bytes.count + 1
      }
    }
  }

  /// Passes over the line that a record without an end begins with.
  private mutating func skipped() -> Record {
    defer { line += 1 }
    let length = reader.peek().firstIndex(of: 0x0a).map { $0 + 1 } ?? reader.peek().count
    reader.skip(length)
    return Record(line: line, fields: [])
  }

  /// Nil for an empty line.
  private mutating func take(_ record: CSVRecord, _ bytes: UnsafeBufferPointer<UInt8>) -> Record? {
    let own = UnsafeBufferPointer(rebasing: bytes[..<record.length])
    let end = own.lastIndex { $0 != 0x0a && $0 != 0x0d }.map { $0 + 1 } ?? 0
    var taken = Record(line: line, fields: record.fields)
    taken.bytes = reader.position..<reader.position + end
    if encoding != nil || UTF8Validity.firstInvalid(own) != nil {
      let decoded = DecodedText(own, encoding: encoding)
      var text = decoded.text
      taken.fields =
        text.withUTF8 { CSVRecord($0, delimiter: delimiter, isWhole: true)?.fields } ?? []
      taken.damage = decoded.badByte.map { ($0, decoded.advice) }
    }
    line += record.lineBreaks
    reader.skip(record.length)
    return record.fields == [""] ? nil : taken
  }

  /// The sign that the first records have as often each, the one that they have most of.
  private static func delimiter(of head: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best: (sign: UInt8, score: Int) = (0x2c, 0)
    for sign: UInt8 in [0x2c, 0x3b, 0x09, 0x7c, 0x1f, 0x01, 0x7e, 0x5e] {
      let counts = counts(of: sign, in: head)
      guard let first = counts.first, first > 1 else { continue }
      // A sign that all records have alike is theirs; in running text it is there by chance.
      let isSteady = counts.allSatisfy { $0 == first }
      let score = (isSteady ? 1000 : 0) + first
      if score > best.score { best = (sign, score) }
    }
    return best.sign
  }

  /// How many fields each of the first records has.
  private static func counts(of sign: UInt8, in head: UnsafeBufferPointer<UInt8>) -> [Int] {
    var counts: [Int] = []
    var rest = head
    while counts.count < 12, !rest.isEmpty,
      let record = CSVRecord(rest, delimiter: sign, isWhole: false)
        ?? (counts.isEmpty ? CSVRecord(rest, delimiter: sign, isWhole: true) : nil)
    {
      if record.fields != [""] { counts.append(record.fields.count) }
      rest = UnsafeBufferPointer(rebasing: rest[record.length...])
    }
    return counts
  }
}
