internal import IndexDefinition

/// A floor of each article's weighted length, one byte instead of two columns: what rules most
/// articles out lies close together in memory.
///
/// Kept for as long as the index does not change; a megabyte for a million articles.
final class LengthFloors {
  /// Tokens of a step; longer articles than 255 steps have that floor.
  static let step: Int32 = 8

  private var windows: [UInt32: UnsafeMutablePointer<UInt8>] = [:]

  deinit {
    for floors in windows.values { floors.deallocate() }
  }

  /// The floors of the window that the reader stands at, in steps, by offset.
  func floors(_ columns: ColumnReader) throws -> UnsafePointer<UInt8> {
    if let known = windows[columns.window] { return UnsafePointer(known) }
    let lengths = try Lengths(columns)
    let floors = UnsafeMutablePointer<UInt8>.allocate(capacity: ColumnLayout.chunkSize)
    for offset in 0..<ColumnLayout.chunkSize {
      floors[offset] = UInt8(clamping: lengths.weighted(offset) / Self.step)
    }
    windows[columns.window] = floors
    return UnsafePointer(floors)
  }
}
