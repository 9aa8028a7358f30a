internal import SQLite

/// One row as a leaf of a tree holds it.
struct RawRow {
  /// In a table with row ids, else 0.
  var id: Int64
  var values: [SQLValue]
}

/// What the columns of a table are stored as, by which its rows are known wherever they lie.
struct RowShape {
  enum Column: Sendable {
    /// Of a row id, which the record leaves out.
    case rowID
    case integer, text, optionalText, blob
  }

  let columns: [Column]

  /// - Parameter types: SQLite's serial types of a record.
  func fits(_ types: [Int64]) -> Bool {
    types.count == columns.count
      && zip(types, columns).allSatisfy { type, column in
        switch column {
        case .rowID: type == 0
        case .integer: 1...6 ~= type || 8...9 ~= type
        case .text: type >= 13 && type & 1 == 1
        case .optionalText: type == 0 || type >= 13 && type & 1 == 1
        case .blob: type >= 12 && type & 1 == 0
        }
      }
  }
}

/// The rows on a leaf page, damaged or not: what does not fit its page is passed over.
struct RawLeaf {
  /// Kinds of pages that hold rows.
  private enum Kind: UInt8 {
    case index = 10
    case table = 13
  }

  private let file: RawFile
  private let page: [UInt8]
  private let kind: Kind
  /// Behind the file's header on page 1.
  private let start: Int

  /// Nil for a page of another kind.
  init?(_ file: RawFile, _ number: Int) {
    guard let page = file.page(number) else { return nil }
    start = number == 1 ? 100 : 0
    guard let kind = Kind(rawValue: page[start]) else { return nil }
    (self.file, self.page, self.kind) = (file, page, kind)
  }

  /// Calls `receive` with the rows of one of `shapes`, and that shape's place among them; with nil for
  /// a row whose bytes are not all there.
  func forEachRow(_ shapes: [RowShape], _ receive: (Int, Int64, RawRow?) throws -> Void) rethrows {
    let count = Int(page[start + 3]) << 8 | Int(page[start + 4])
    for cell in 0..<min(count, (file.usableSize - start - 8) / 2) {
      let place = start + 8 + 2 * cell
      var reader = RawReader(page, at: Int(page[place]) << 8 | Int(page[place + 1]))
      guard let size = reader.varint(), let id = kind == .table ? reader.varint() : 0,
        let types = record(at: reader.offset, size: size)?.types(),
        let shape = shapes.firstIndex(where: { $0.fits(types) })
      else { continue }
      let values = payload(at: reader.offset, size: Int(size)).flatMap { RawRecord($0).values() }
      try receive(shape, id, values.map { RawRow(id: id, values: $0) })
    }
  }

  /// The record's first bytes, those on this page.
  private func record(at offset: Int, size: Int64) -> RawRecord? {
    guard size > 0, size < 1 << 31, offset < file.usableSize else { return nil }
    return RawRecord(Array(page[offset..<min(offset + localSize(Int(size)), file.usableSize)]))
  }

  /// Bytes of a payload that lie on the page itself (`sqlite3BtreeParseCellPtr`).
  private func localSize(_ size: Int) -> Int {
    let usable = file.usableSize
    let most = kind == .table ? usable - 35 : (usable - 12) * 64 / 255 - 23
    guard size > most else { return size }
    let least = (usable - 12) * 32 / 255 - 23
    let local = least + (size - least) % (usable - 4)
    return local <= most ? local : least
  }

  /// All bytes of a payload, over the pages that it goes on; nil where they end too soon.
  private func payload(at offset: Int, size: Int) -> [UInt8]? {
    let local = localSize(size)
    guard offset + local <= file.usableSize else { return nil }
    var bytes = Array(page[offset..<offset + local])
    guard local < size else { return bytes }
    var next = page.bigInteger(at: offset + local)
    var passed: Set<Int> = []
    while bytes.count < size {
      guard passed.insert(next).inserted, let page = file.page(next) else { return nil }
      bytes += page[4..<min(file.usableSize, 4 + size - bytes.count)]
      next = page.bigInteger(at: 0)
    }
    return bytes
  }
}

/// A record: the types of its values, then these (<https://sqlite.org/fileformat2.html#record_format>).
private struct RawRecord {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func types() -> [Int64]? { head()?.types }

  /// Nil where they are not all there, or a text is not UTF-8.
  func values() -> [SQLValue]? {
    guard let head = head() else { return nil }
    var offset = head.size
    var values: [SQLValue] = []
    for type in head.types {
      let size = Self.size(type)
      guard size <= bytes.count - offset,
        let value = Self.value(type, bytes[offset..<offset + size])
      else { return nil }
      values.append(value)
      offset += size
    }
    return offset == bytes.count ? values : nil
  }

  private func head() -> (types: [Int64], size: Int)? {
    var reader = RawReader(bytes, at: 0)
    guard let size = reader.varint(), size <= Int64(bytes.count) else { return nil }
    var types: [Int64] = []
    while reader.offset < Int(size) {
      guard let type = reader.varint(), type >= 0, type < 1 << 32 else { return nil }
      types.append(type)
    }
    return reader.offset == Int(size) ? (types, Int(size)) : nil
  }

  private static func size(_ type: Int64) -> Int {
    switch type {
    case 1...4: Int(type)
    case 5: 6
    case 6, 7: 8
    case 12...: Int(type - 12) / 2
    default: 0
    }
  }

  private static func value(_ type: Int64, _ bytes: ArraySlice<UInt8>) -> SQLValue? {
    switch type {
    case 0: .null
    case 8, 9: .integer(type - 8)
    case 1...6: .integer(integer(bytes))
    case 12... where type & 1 == 1: String(validating: bytes, as: UTF8.self).map { .text($0) }
    case 12...: .blob(Array(bytes))
    default: nil
    }
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
    let sign: Int64 = bytes.first.map { $0 & 0x80 != 0 ? -1 : 0 } ?? 0
    return bytes.reduce(sign) { $0 << 8 | Int64($1) }
  }
}

/// Reads varints that may not be there.
private struct RawReader {
  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func varint() -> Int64? {
    var value: UInt64 = 0
    for place in 0..<9 {
      guard offset < bytes.count else { return nil }
      let byte = bytes[offset]
      offset += 1
      if place == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return Int64(bitPattern: value) }
    }
    return nil
  }
}
