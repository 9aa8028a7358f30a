internal import IndexDefinition

/// One chunk of a packed column in memory: sound but for its entities, which may be none that there
/// are; aligned, never changed.
///
/// Valid as long as the memory it lies in.
struct ColumnBytes {
  private static let header = ColumnLayout.chunkSize + 1
  /// Bytes of no meaning that may be read after the chunk: the next piece of ``EntityCounter``.
  static let padding = 16

  /// The 32-bit numbers of the chunk, laid out as ``ColumnLayout`` says: bound to `UInt32` of a list
  /// column, to `Int32` of a fixed one.
  private let start: UnsafeRawPointer

  /// Nil for bytes of another layout.
  ///
  /// - Parameter bytes: Aligned, with ``padding`` behind them.
  init?(_ bytes: UnsafeRawBufferPointer, isList: Bool) {
    let count = bytes.count / 4
    guard let start = bytes.baseAddress,
      count >= (isList ? Self.header : ColumnLayout.chunkSize)
    else { return nil }
    self.start = start
    guard isList else {
      start.bindMemory(to: Int32.self, capacity: count)
      return
    }
    let offsets = start.bindMemory(to: UInt32.self, capacity: count)
    guard Self.offsetsAreSound(offsets, valueCount: count - Self.header) else { return nil }
  }

  /// A chunk checked before, by where it lies; nil for 0.
  init?(address: UInt) {
    guard let start = UnsafeRawPointer(bitPattern: address) else { return nil }
    self.start = start
  }

  var address: UInt { UInt(bitPattern: start) }

  /// The size of a chunk of nothing, of either kind, all zeros.
  static let emptySize = header * MemoryLayout<UInt32>.size

  /// The values of a fixed column, one an article.
  var values: UnsafePointer<Int32> { start.assumingMemoryBound(to: Int32.self) }

  /// The lists of a list column.
  var lists: ColumnLists {
    let numbers = start.assumingMemoryBound(to: UInt32.self)
    return ColumnLists(offsets: numbers, values: numbers + Self.header)
  }

  /// True when offsets ascend within the values.
  private static func offsetsAreSound(_ offsets: UnsafePointer<UInt32>, valueCount: Int) -> Bool {
    var falls = UInt32(0)
    for index in 0..<ColumnLayout.chunkSize {
      falls |= offsets[index] <= offsets[index + 1] ? 0 : 1
    }
    return falls == 0 && Int(offsets[ColumnLayout.chunkSize]) <= valueCount
  }
}

/// A window of a list column: article `i` owns `values[offsets[i] ..< offsets[i + 1]]`.
///
/// Valid as long as the memory it lies in.
struct ColumnLists {
  let offsets: UnsafePointer<UInt32>
  let values: UnsafePointer<UInt32>

  /// The lists of all articles, one behind the other.
  var all: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: values, count: Int(offsets[ColumnLayout.chunkSize]))
  }

  @inline(__always)
  subscript(offset: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(
      start: values + Int(offsets[offset]), count: Int(offsets[offset + 1] - offsets[offset]))
  }
}
