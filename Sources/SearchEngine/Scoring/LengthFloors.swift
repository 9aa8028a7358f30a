internal import IndexDefinition

/// A floor of each article's weighted length, one byte instead of two columns: what rules most
/// articles out lies close together in memory.
///
/// Kept for as long as the index does not change; a megabyte for a million articles. Any number of
/// cores may ask at once.
final class LengthFloors: Sendable {
  /// Tokens of a step; longer articles than 255 steps have that floor.
  static let step: Int32 = 8

  /// By window: where its floors lie, 0 until asked for.
  private let windows: AtomicTable

  /// Windows that there are.
  var windowCount: Int { windows.count }

  init(windowCount: Int) {
    windows = AtomicTable(count: windowCount)
  }

  deinit {
    for window in 0..<windows.count { Self.floors(at: windows[window])?.deallocate() }
  }

  private static func floors(at address: UInt) -> UnsafeMutablePointer<UInt8>? {
    UnsafeMutablePointer(bitPattern: address)
  }

  /// The floors of the window that the reader stands at, one that there is, in steps, by offset.
  func floors(_ columns: ColumnReader) throws -> UnsafePointer<UInt8> {
    let window = Int(columns.window)
    if let known = Self.floors(at: windows[window]) { return UnsafePointer(known) }
    let lengths = try Lengths(columns)
    let floors = UnsafeMutablePointer<UInt8>.allocate(capacity: ColumnLayout.chunkSize)
    for offset in 0..<ColumnLayout.chunkSize {
      floors[offset] = UInt8(clamping: lengths.weighted(offset) / Self.step)
    }
    if !windows.publish(UInt(bitPattern: floors), at: window) {
      // Another core was quicker, with the same.
      floors.deallocate()
      return Self.floors(at: windows[window]).map { UnsafePointer($0) } ?? UnsafePointer(floors)
    }
    return UnsafePointer(floors)
  }
}
