internal import IndexDefinition

/// A floor of each article's weighted length, one byte instead of two columns: what rules most
/// articles out lies close together in memory.
///
/// Kept for as long as the index does not change; a megabyte for a million articles. Different
/// windows may be asked for on different cores at once.
final class LengthFloors {
  /// Tokens of a step; longer articles than 255 steps have that floor.
  static let step: Int32 = 8

  /// By window; nil until asked for.
  private let windows: UnsafeMutableBufferPointer<UnsafeMutablePointer<UInt8>?>

  /// Windows that there are.
  var windowCount: Int { windows.count }

  init(windowCount: Int) {
    windows = .allocate(capacity: windowCount)
    windows.initialize(repeating: nil)
  }

  deinit {
    for floors in windows { floors?.deallocate() }
    windows.deallocate()
  }

  /// The floors of the window that the reader stands at, one that there is, in steps, by offset.
  func floors(_ columns: ColumnReader) throws -> UnsafePointer<UInt8> {
    if let known = windows[Int(columns.window)] { return UnsafePointer(known) }
    let lengths = try Lengths(columns)
    let floors = UnsafeMutablePointer<UInt8>.allocate(capacity: ColumnLayout.chunkSize)
    for offset in 0..<ColumnLayout.chunkSize {
      floors[offset] = UInt8(clamping: lengths.weighted(offset) / Self.step)
    }
    windows[Int(columns.window)] = floors
    return UnsafePointer(floors)
  }
}
