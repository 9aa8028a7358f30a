internal import IndexDefinition

/// The weighted length of each article, rounded down to one byte, as Lucene's norms are.
///
/// From it follows the highest score that an article can have, and most articles are ruled out by that
/// alone: a byte an article is read instead of two columns.
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
    assert(window < windows.count, "window \(window) of \(windows.count)")
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

/// How frequent a word must be in an article for the article to get into the hits, even if the other
/// words gave it the most that they can.
///
/// A share `s` of the score asks for saturation `s / weight`, and so for a frequency of at least
/// `r / (1 - r) · norm` with `r = s / (weight · (k1 + 1))`; see ``BM25``.
final class FrequencyThreshold {
  /// What rounding may take from a frequency.
  private static let margin = 1 - 1e-6
  private static let floors = 256

  /// Frequencies by the floor of the article's length, see ``LengthFloors``.
  let least: UnsafeMutablePointer<Float>
  private var share = 0.0

  /// A threshold that every frequency clears.
  init() {
    least = .allocate(capacity: Self.floors)
    least.initialize(repeating: 0, count: Self.floors)
  }

  deinit { least.deallocate() }

  /// - Parameters:
  ///   - share: What the word must add to the score; a share that is not above the one before changes
  ///     nothing.
  ///   - weight: What the saturation of its frequency is multiplied by.
  func raise(to share: Double, weight: Double, _ norm: BM25.LengthNorm) {
    guard share > self.share else { return }
    self.share = share
    let part = share / (weight * (BM25.k1 + 1))
    let factor = part < 1 ? part / (1 - part) * Self.margin : .infinity
    for floor in 0..<Self.floors {
      least[floor] = Float(factor * norm[Int32(floor) * LengthFloors.step]).nextDown
    }
  }
}
