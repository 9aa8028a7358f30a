/// The records of a CSV text (RFC 4180): fields may stand in quotes, with line breaks inside.
struct CSVRecords: Sequence, IteratorProtocol {
  struct Record: Equatable {
    /// Of the line that the record starts on, from 1.
    var line: Int
    var fields: [String]
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private var line = 1

  /// The delimiter is the one of comma, semicolon and tab that the first line has most of.
  init(_ text: String) {
    bytes = Array(text.utf8)
    let head = bytes.prefix { $0 != 0x0a }
    let counts = [0x2c, 0x3b, 0x09].map { mark in (UInt8(mark), head.count { $0 == mark }) }
    delimiter = counts.reduce(counts[0]) { $1.1 > $0.1 ? $1 : $0 }.0
  }

  /// The next record that is no empty line.
  mutating func next() -> Record? {
    while position < bytes.count {
      var record = Record(line: line, fields: [])
      repeat { record.fields.append(field()) } while accept(delimiter)
      _ = accept(0x0d)
      if accept(0x0a) { line += 1 }
      if record.fields != [""] { return record }
    }
    return nil
  }

  private mutating func field() -> String {
    var field: [UInt8] = []
    if accept(0x22) {
      while position < bytes.count {
        if bytes[position] == 0x22 {
          position += 1
          guard accept(0x22) else { break }
          field.append(0x22)
        } else {
          if bytes[position] == 0x0a { line += 1 }
          field.append(bytes[position])
          position += 1
        }
      }
    }
    // What follows a closing quote belongs to the field all the same.
    while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0a,
      !(bytes[position] == 0x0d && position + 1 < bytes.count && bytes[position + 1] == 0x0a)
    {
      field.append(bytes[position])
      position += 1
    }
    return String(decoding: field, as: UTF8.self)
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
