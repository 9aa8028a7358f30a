internal import IndexDefinition
internal import SQLite

/// The column values that a batch changes; chunk by chunk they are written when it ends, so that a
/// chunk is rewritten once a batch however many of its articles changed.
final class ColumnQueue {
  private var changes: [Int64: ColumnValues] = [:]
  private let find: Statement
  private let write: Statement

  init(_ database: Connection) throws {
    find = try Statement(
      database, "SELECT data FROM column_chunk WHERE name = ? AND chunk = ?")
    write = try Statement(
      database,
      """
      INSERT INTO column_chunk(name, chunk, data) VALUES (?, ?, ?)
      ON CONFLICT (name, chunk) DO UPDATE SET data = excluded.data
      """)
  }

  /// The lengths of an article that is there are filled in by ``apply(lengths:)``.
  func set(_ id: Int64, _ values: ColumnValues) {
    changes[id] = values
  }

  func clear(_ id: Int64) {
    changes[id] = ColumnValues()
  }

  /// Writes all changes, asking `lengths` for the tokens of every article that there is.
  func apply(lengths: (Int64) throws -> (title: UInt32, body: UInt32)) throws {
    var chunks: [Int64: [(slot: Int, value: ColumnValues)]] = [:]
    for id in changes.keys.sorted() {
      guard var values = changes[id] else { continue }
      if values.date != 0 { (values.titleLength, values.bodyLength) = try lengths(id) }
      let slot = Int(id) & (ColumnLayout.chunkSize - 1)
      chunks[id >> ColumnLayout.chunkShift, default: []].append((slot, values))
    }
    for chunk in chunks.keys.sorted() {
      for column in ColumnLayout.Column.allCases {
        try rewrite(column, chunk, chunks[chunk] ?? [])
      }
    }
    changes.removeAll(keepingCapacity: true)
  }

  /// Writes the people of some articles and their names at once; their other columns stay.
  func setPeople(_ values: [Int64: ColumnValues]) throws {
    for (chunk, ids) in Dictionary(grouping: values.keys, by: { $0 >> ColumnLayout.chunkShift }) {
      let changes = ids.sorted().map { id in
        (slot: Int(id) & (ColumnLayout.chunkSize - 1), value: values[id] ?? ColumnValues())
      }
      for column in [ColumnLayout.Column.person, .name] { try rewrite(column, chunk, changes) }
    }
  }

  /// Writes the stories of some articles at once; their other columns stay.
  func setStories(_ values: [Int64: UInt32]) throws {
    for (chunk, ids) in Dictionary(grouping: values.keys, by: { $0 >> ColumnLayout.chunkShift }) {
      let changes = ids.sorted().map { id in
        var value = ColumnValues()
        value.story = values[id] ?? 0
        return (slot: Int(id) & (ColumnLayout.chunkSize - 1), value: value)
      }
      try rewrite(.story, chunk, changes)
    }
  }

  private func rewrite(
    _ column: ColumnLayout.Column, _ chunk: Int64, _ changes: [(slot: Int, value: ColumnValues)]
  ) throws {
    let name = SQLValue.text(column.rawValue)
    let old = try find.first(name, .integer(chunk)) { Array($0.bytes(0)) }
    if old == nil, column.isRare, changes.allSatisfy({ $0.value.isEmpty(column) }) { return }
    let new =
      column.isList
      ? ColumnChunk.list(old, setting: changes.map { ($0.slot, $0.value.list(column)) })
      : ColumnChunk.fixed(old, setting: changes.map { ($0.slot, $0.value.fixed(column)) })
    try write.run(name, .integer(chunk), .blob(new))
  }
}

/// What the packed columns hold for one article; all zero and empty where there is none.
struct ColumnValues: Equatable {
  var date: UInt32 = 0
  var time: UInt32 = 0
  var titleLength: UInt32 = 0
  var bodyLength: UInt32 = 0
  var language: UInt32 = 0
  var tie: UInt32 = 0
  /// As ``unknownWords(_:)`` gives it.
  var unknownWords: UInt32 = 0
  var story: UInt32 = 0
  var people: [UInt32] = []
  var countries: [UInt32] = []
  /// As ``NamedPeople`` writes them.
  var names: [UInt32] = []
  var sketch: [UInt32] = []

  func fixed(_ column: ColumnLayout.Column) -> UInt32 {
    switch column {
    case .date: date
    case .time: time
    case .titleLength: titleLength
    case .bodyLength: bodyLength
    case .language: language
    case .tie: tie
    case .unknownWords: unknownWords
    case .story: story
    case .person, .country, .name, .sketch: 0
    }
  }

  /// Whether nothing is stored of a column.
  func isEmpty(_ column: ColumnLayout.Column) -> Bool {
    column.isList ? list(column).isEmpty : fixed(column) == 0
  }

  func list(_ column: ColumnLayout.Column) -> [UInt32] {
    switch column {
    case .person: people
    case .country: countries
    case .name: names
    case .sketch: sketch
    case .date, .time, .titleLength, .bodyLength, .language, .tie, .story, .unknownWords: []
    }
  }

  /// The `date` value of an article: its packed date, or "undated".
  static func date(_ date: CalendarDate?) -> UInt32 {
    UInt32(bitPattern: date?.packed ?? ColumnLayout.undated)
  }

  /// The `unknown_words` value of a share of ``Tags/unknownWords``: thousandths.
  static func unknownWords(_ share: Double?) -> UInt32 { UInt32(((share ?? 0) * 1000).rounded()) }

  /// The share that a value of `unknown_words` stands for.
  static func share(ofUnknownWords value: UInt32) -> Double? {
    value == 0 ? nil : Double(value) / 1000
  }

  /// The `time` value of an article.
  static func time(_ publishedAt: String?, on date: CalendarDate?) -> UInt32 {
    guard let publishedAt, let date else { return 0 }
    return Article.timeOfDay(publishedAt, on: date)
  }

  /// The two letters of an ISO 639-1 code; 0 for anything else.
  static func language(_ code: String?) -> UInt32 {
    guard let letters = code.map({ Array($0.utf8) }), letters.count == 2 else { return 0 }
    return UInt32(letters[0]) << 8 | UInt32(letters[1])
  }
}

/// Builds the blobs of `column_chunk`, in the one form that ``ColumnLayout`` allows, so that equal
/// values are equal bytes.
enum ColumnChunk {
  /// `old` (nil: a chunk never written) with the values of some slots replaced.
  static func fixed(_ old: [UInt8]?, setting values: [(slot: Int, value: UInt32)]) -> [UInt8] {
    var blob = old ?? []
    blob.resize(to: ColumnLayout.chunkSize * 4)
    blob.withUnsafeMutableBytes { bytes in
      for (slot, value) in values {
        bytes.storeBytes(of: value.littleEndian, toByteOffset: slot * 4, as: UInt32.self)
      }
    }
    return blob
  }

  /// `old` with the lists of some slots, given in ascending order, replaced.
  static func list(_ old: [UInt8]?, setting lists: [(slot: Int, value: [UInt32])]) -> [UInt8] {
    assert(
      zip(lists, lists.dropFirst()).allSatisfy { $0.slot < $1.slot }, "slots do not ascend")
    let before = (old ?? []).withUnsafeBufferPointer(words)
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    var next = 0
    for slot in 0..<ColumnLayout.chunkSize {
      if next < lists.count, lists[next].slot == slot {
        values += lists[next].value
        next += 1
      } else {
        values += list(at: slot, in: before)
      }
      offsets.append(UInt32(values.count))
    }
    return bytes(offsets) + bytes(values)
  }

  /// The values of one slot; empty where the blob is too short to have it.
  static func list(at slot: Int, in words: [UInt32]) -> ArraySlice<UInt32> {
    let start = ColumnLayout.chunkSize + 1
    guard words.count >= start else { return [] }
    let range = (Int(words[slot]), Int(words[slot + 1]))
    guard range.0 <= range.1, start + range.1 <= words.count else { return [] }
    return words[start + range.0..<start + range.1]
  }

  /// A blob's 32-bit values.
  static func words(_ blob: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    let bytes = UnsafeRawBufferPointer(blob)
    return [UInt32](unsafeUninitializedCapacity: bytes.count / 4) { words, count in
      count = bytes.count / 4
      UnsafeMutableRawBufferPointer(words).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * 4)]))
      for place in 0..<count { words[place] = UInt32(littleEndian: words[place]) }
    }
  }

  private static func bytes(_ words: [UInt32]) -> [UInt8] {
    words.map { $0.littleEndian }.withUnsafeBytes { Array($0) }
  }
}

extension [UInt8] {
  /// Cuts the tail off or fills it with zeros.
  fileprivate mutating func resize(to size: Int) {
    if count > size { removeLast(count - size) }
    append(contentsOf: repeatElement(0, count: size - count))
  }
}
