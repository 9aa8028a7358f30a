internal import IndexDefinition

/// One chunk of a packed column in memory: sound, aligned, never changed.
final class ColumnBytes: @unchecked Sendable {
  private static let header = ColumnLayout.chunkSize + 1
  /// Numbers of no meaning that may be read after the last.
  static let padding = 4

  /// The 32-bit numbers of the chunk, laid out as ``ColumnLayout`` says.
  private let numbers: UnsafeMutablePointer<UInt32>
  /// The highest entity in a list chunk; 0 for other columns.
  let highestEntity: UInt32

  /// A chunk of nothing, of either kind.
  static let zeros: ColumnBytes? = [UInt32](repeating: 0, count: header).withUnsafeBytes {
    ColumnBytes($0, isList: false)
  }

  /// Copies `bytes`, which are SQLite's; nil for bytes of another layout.
  init?(_ bytes: UnsafeRawBufferPointer, isList: Bool) {
    let count = bytes.count / 4
    guard count >= (isList ? Self.header : ColumnLayout.chunkSize) else { return nil }
    let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: count + Self.padding)
    (numbers + count).initialize(repeating: 0, count: Self.padding)
    UnsafeMutableRawBufferPointer(start: numbers, count: count * 4)
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * 4)]))
    let valueCount = count - Self.header
    guard !isList || Self.offsetsAreSound(numbers, valueCount: valueCount) else {
      numbers.deallocate()
      return nil
    }
    let values = UnsafeBufferPointer(start: numbers + Self.header, count: max(0, valueCount))
    highestEntity = isList ? (values.max() ?? 0) >> 1 : 0
    self.numbers = numbers
  }

  deinit { numbers.deallocate() }

  /// The values of a fixed column, one an article.
  var values: UnsafePointer<Int32> {
    UnsafeRawPointer(numbers).assumingMemoryBound(to: Int32.self)
  }

  /// The lists of a list column.
  var lists: ColumnLists {
    ColumnLists(offsets: UnsafePointer(numbers), values: UnsafePointer(numbers + Self.header))
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
/// Valid as long as the ``ColumnBytes`` it comes from.
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
