import OperatingSystem

/// Cuts one record from bytes (RFC 4180): fields may stand in quotes, with line breaks and doubled quotes
/// inside.
struct CSVRecord {
  private(set) var fields: [String] = []
  /// Bytes, its line's end included.
  private(set) var length = 0
  private(set) var lineBreaks = 0

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position = 0

  /// - Parameter isWhole: nothing follows the bytes.
  ///
  /// Nil when the record does not end within them.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, isWhole: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    repeat {
      guard let field = field(isWhole) else { return nil }
      fields.append(field)
    } while accept(delimiter)
    _ = accept(0x0d)
    if accept(0x0a) {
      lineBreaks += 1
    } else if !isWhole {
      return nil
    }
    length = position
  }

  private mutating func field(_ isWhole: Bool) -> String? {
    guard position < bytes.count, bytes[position] == 0x22 else { return bare(isWhole) }
    var field: [UInt8] = []
    position += 1
    while let quote = find(0x22) {
      append(position..<quote, to: &field)
      position = quote + 1
      if position == bytes.count, !isWhole { return nil }
      guard accept(0x22) else { return rest(of: field, isWhole) }
      field.append(0x22)
    }
    guard isWhole else { return nil }
    append(position..<bytes.count, to: &field)
    position = bytes.count
    return String(decoding: field, as: UTF8.self)
  }

  /// What follows a closing quote belongs to the field all the same.
  private mutating func rest(of field: [UInt8], _ isWhole: Bool) -> String? {
    if position < bytes.count, bytes[position] == delimiter || bytes[position] == 0x0a {
      return String(decoding: field, as: UTF8.self)
    }
    return bare(isWhole).map { String(decoding: field, as: UTF8.self) + $0 }
  }

  private mutating func bare(_ isWhole: Bool) -> String? {
    let start = position
    while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0a {
      position += 1
    }
    if position == bytes.count, !isWhole { return nil }
    var end = position
    if end > start, bytes[end - 1] == 0x0d, end == bytes.count || bytes[end] == 0x0a { end -= 1 }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  private mutating func append(_ range: Range<Int>, to field: inout [UInt8]) {
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    field.append(contentsOf: part)
    lineBreaks += part.reduce(0) { $0 + ($1 == 0x0a ? 1 : 0) }
  }

  private func find(_ byte: UInt8) -> Int? {
    guard let base = bytes.baseAddress, position < bytes.count else { return nil }
    let found = memchr(base + position, Int32(byte), bytes.count - position)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
