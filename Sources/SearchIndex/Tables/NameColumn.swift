internal import IndexDefinition
internal import SQLite

/// A person as an article names it, and who that is: two ids of table `person_name`.
struct NamedPerson: Equatable {
  var name: UInt32
  /// The name that the person goes by in the whole archive, before the user's rules.
  var meant: UInt32
}

/// The column `name`: the people of each article under the article's own names, in text order.
///
/// Read as it was when the last batch was applied.
final class NameColumn {
  private let chunk: Statement
  private let all: Statement
  private var lastChunk: Int64?
  private var words: [UInt32] = []

  init(_ database: Connection) throws {
    chunk = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = 'name' AND chunk = ?")
    all = try Statement(
      database,
      """
      SELECT name.chunk, name.data, date.data FROM column_chunk AS name
      JOIN column_chunk AS date ON date.name = 'date' AND date.chunk = name.chunk
      WHERE name.name = 'name' ORDER BY name.chunk
      """)
  }

  /// The people of one article; those of neighbours are read at once.
  func people(of article: Int64) throws -> [NamedPerson] {
    let number = article >> ColumnLayout.chunkShift
    if lastChunk != number {
      words = try chunk.first(of: number) { ColumnChunk.words($0.bytes(0)) } ?? []
      lastChunk = number
    }
    let slot = Int(article) & (ColumnLayout.chunkSize - 1)
    return Self.decoded(ColumnChunk.list(at: slot, in: words))
  }

  /// Forgets what was read: the column has changed.
  func forgetChunk() {
    lastChunk = nil
    words = []
  }

  /// Every person of every article, in the order of rows, with the article's packed date.
  func forEach(_ receive: (_ row: Int64, _ date: Int32, NamedPerson) -> Void) throws {
    try all.forEach { row in
      let first = row.integer(0) << ColumnLayout.chunkShift
      Self.walk(Words(bytes: row.bytes(1)), Words(bytes: row.bytes(2))) {
        receive(first + Int64($0), Int32(bitPattern: $1), $2)
      }
    }
  }

  static func encoded(_ people: [NamedPerson]) -> [UInt32] {
    people.flatMap { person in
      person.name == person.meant ? [person.name << 1] : [person.name << 1 | 1, person.meant]
    }
  }

  private static func decoded(_ words: ArraySlice<UInt32>) -> [NamedPerson] {
    var people: [NamedPerson] = []
    var at = words.startIndex
    while at < words.endIndex {
      let isOther = words[at] & 1 != 0 && at + 1 < words.endIndex
      people.append(
        NamedPerson(name: words[at] >> 1, meant: isOther ? words[at + 1] : words[at] >> 1))
      at += isOther ? 2 : 1
    }
    return people
  }

  @inline(__always)
  private static func walk(
    _ names: Words, _ dates: Words, _ receive: (_ slot: Int, _ date: UInt32, NamedPerson) -> Void
  ) {
    let start = ColumnLayout.chunkSize + 1
    guard names.count >= start, dates.count >= ColumnLayout.chunkSize else { return }
    for slot in 0..<ColumnLayout.chunkSize {
      var at = start + Int(names[slot])
      let end = min(start + Int(names[slot + 1]), names.count)
      while at < end {
        let word = names[at]
        let isOther = word & 1 != 0 && at + 1 < end
        receive(
          slot, dates[slot],
          NamedPerson(name: word >> 1, meant: isOther ? names[at + 1] : word >> 1))
        at += isOther ? 2 : 1
      }
    }
  }

  /// The 32-bit values of a blob where it lies.
  private struct Words {
    private let bytes: UnsafeRawBufferPointer

    init(bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = UnsafeRawBufferPointer(bytes)
    }

    var count: Int { bytes.count / 4 }

    @inline(__always)
    subscript(index: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
  }
}
