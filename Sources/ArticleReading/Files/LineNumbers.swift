import IndexDefinition

/// The lines that places of bytes stand on, asked for in ascending order.
struct LineNumbers {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var counted = 0
  private var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// From 1.
  mutating func line(of offset: Int) -> Int {
    assert(counted...bytes.count ~= offset, "\(offset) is not behind \(counted)")
    line += bytes[counted..<offset].count { $0 == 0x0a }
    counted = offset
    return line
  }

  /// Of a stretch of these bytes.
  mutating func place(of part: UnsafeBufferPointer<UInt8>) -> SourcePlace {
    guard let base = bytes.baseAddress, let first = part.baseAddress else { return SourcePlace() }
    let start = first - base
    return SourcePlace(line: line(of: start), bytes: start..<start + part.count)
  }
}
