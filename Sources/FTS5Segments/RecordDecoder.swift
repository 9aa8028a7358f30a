/// Reads the small records (structure, averages, doclist indexes) field by field, checking each.
struct RecordDecoder {
  private let bytes: PageBytes
  private let name: String
  private(set) var offset: Int

  /// `name` stands in the error when the record is cut short.
  init(_ bytes: PageBytes, at offset: Int, name: String) {
    assert(offset >= 0, "a record is read from \(offset)")
    self.bytes = bytes
    self.offset = offset
    self.name = name
  }

  var isAtEnd: Bool { offset >= bytes.count }

  mutating func varint() throws -> UInt64 {
    guard !isAtEnd else { throw SegmentError.corrupt("\(name) is cut short") }
    let value = UnsafeRawPointer(bytes.base).varint(at: &offset)
    guard offset <= bytes.count else { throw SegmentError.corrupt("\(name) is cut short") }
    return value
  }

  /// A varint that must lie in `range`.
  mutating func integer(in range: ClosedRange<Int>) throws -> Int {
    let value = try varint()
    guard let number = Int(exactly: value), range.contains(number) else {
      throw SegmentError.corrupt("\(name) holds \(value), outside \(range)")
    }
    return number
  }

  /// The next `count` bytes, or fewer at the end.
  func peek(_ count: Int) -> [UInt8] {
    Array(bytes.bytes(in: 0..<bytes.count).dropFirst(offset).prefix(count))
  }
}
