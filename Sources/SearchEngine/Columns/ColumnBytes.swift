internal import IndexDefinition

/// One chunk of a packed column: a pointer to its 32-bit numbers, whose layout was checked when it was
/// read, so that loops need no checks.
///
/// What is not checked are the ids in lists: an id may be that of no entity, and who uses it as an
/// index compares it first. Owns nothing: valid as long as the memory it points to, which never changes
/// once it is read.
struct ColumnBytes {
  private static let header = ColumnLayout.chunkSize + 1
  /// Bytes behind a chunk that belong to its memory and mean nothing: ``EntityCounter`` copies 16 bytes
  /// at a time, and the last copy may begin at the last number.
  static let padding = 16

  /// Numbers as ``ColumnLayout`` lays them out: a fixed column's memory is bound to `Int32`, a list
  /// column's to `UInt32`.
  private let start: UnsafeRawPointer

  /// Checks a chunk that was just read; nil when it cannot be one.
  ///
  /// - Parameter bytes: Aligned to four bytes, with ``padding`` behind them in the same memory.
  init?(_ bytes: UnsafeRawBufferPointer, isList: Bool) {
    let count = bytes.count / 4
    guard let start = bytes.baseAddress,
      count >= (isList ? Self.header : ColumnLayout.chunkSize)
    else { return nil }
    assert(
      UInt(bitPattern: start) % UInt(MemoryLayout<UInt32>.alignment) == 0, "chunks are aligned")
    self.start = start
    guard isList else {
      start.bindMemory(to: Int32.self, capacity: count)
      return
    }
    let offsets = start.bindMemory(to: UInt32.self, capacity: count)
    guard Self.offsetsAreSound(offsets, valueCount: count - Self.header) else { return nil }
  }

  /// A chunk that was checked before, by its ``address``; nil for 0.
  init?(address: UInt) {
    guard let start = UnsafeRawPointer(bitPattern: address) else { return nil }
    self.start = start
  }

  var address: UInt { UInt(bitPattern: start) }

  // MARK: What was never written

  /// Zeros, which stand for every chunk of a column's kind that was never written.
  static func zeros(isList: Bool) -> ColumnBytes { isList ? noLists : noValues }

  /// Whether no article of the window has a value: of rare columns most windows.
  var isZero: Bool { start == Self.noValues.start }

  // Made once and never written again.
  nonisolated(unsafe) private static let noValues = ColumnBytes(zerosOf: Int32.self)
  nonisolated(unsafe) private static let noLists = ColumnBytes(zerosOf: UInt32.self)

  private init<Number: FixedWidthInteger>(zerosOf type: Number.Type) {
    let memory = UnsafeMutablePointer<Number>.allocate(capacity: Self.header + Self.padding)
    memory.initialize(repeating: 0, count: Self.header + Self.padding)
    start = UnsafeRawPointer(memory)
  }

  /// The values of a fixed column, one an article.
  var values: UnsafePointer<Int32> { start.assumingMemoryBound(to: Int32.self) }

  /// The lists of a list column.
  var lists: ColumnLists {
    let numbers = start.assumingMemoryBound(to: UInt32.self)
    return ColumnLists(offsets: numbers, values: numbers + Self.header)
  }

  /// True when no offset is below the one before or beyond the values.
  private static func offsetsAreSound(_ offsets: UnsafePointer<UInt32>, valueCount: Int) -> Bool {
    var falls = UInt32(0)
    for index in 0..<ColumnLayout.chunkSize {
      falls |= offsets[index] <= offsets[index + 1] ? 0 : 1
    }
    return falls == 0 && Int(offsets[ColumnLayout.chunkSize]) <= valueCount
  }
}

/// One chunk of a list column: the article at offset `i` of the window has the numbers
/// `values[offsets[i] ..< offsets[i + 1]]`.
///
/// Valid as long as the chunk's memory.
struct ColumnLists {
  let offsets: UnsafePointer<UInt32>
  let values: UnsafePointer<UInt32>

  /// The lists of all articles, one behind the other.
  var all: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: values, count: Int(offsets[ColumnLayout.chunkSize]))
  }

  @inline(__always)
  subscript(offset: Int) -> UnsafeBufferPointer<UInt32> {
    assert((0..<ColumnLayout.chunkSize).contains(offset), "offset \(offset) of a window")
    return UnsafeBufferPointer(
      start: values + Int(offsets[offset]), count: Int(offsets[offset + 1] - offsets[offset]))
  }
}
