/// What tells which bodies may be near-copies of each other without a look at the text: the hash of its
/// words, and a MinHash over their shingles (three words in a row).
///
/// The MinHash is by one permutation: a shingle's hash names one of ``bins`` and what competes for it;
/// a bin that no shingle falls into takes its right neighbour's. The share of bins in which two texts agree
/// is about the Jaccard similarity of their shingles. Texts that agree in all bins of one band, two of them, are
/// looked at.
package enum Sketch {
  package static var bins: Int { 64 }
  package static var bands: Int { bins / 2 }
  /// Words of a text that is compared with others; shorter ones are near-copies when their words are the
  /// same.
  static var leastWords: Int { 26 }
  /// Numbers before those of the bands: a hash of the words.
  package static var headCount: Int { 2 }
  /// Numbers of a sketch: of a text too short to be compared, and of others.
  package static let numberCounts = [headCount, headCount + bands]

  /// The hash of all words in their order, of the first two numbers of a sketch.
  package static func words(_ upper: UInt32, _ lower: UInt32) -> UInt64 {
    UInt64(upper) << 32 | UInt64(lower)
  }

  /// The sketch of a text: two numbers of all words in their order, then a number a band; empty where there
  /// are no words.
  package static func numbers(of text: String) -> [UInt32] {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: bins) { least in
        least.initialize(repeating: .max)
        return numbers(of: bytes, least)
      }
    }
  }

  private static func numbers(
    of bytes: UnsafeBufferPointer<UInt8>, _ least: UnsafeMutableBufferPointer<UInt64>
  ) -> [UInt32] {
    var scanner = WordScanner(bytes)
    var (before, last): (UInt64, UInt64) = (0, 0)
    var (count, words): (Int, UInt64) = (0, 0xCBF2_9CE4_8422_2325)
    while let word = scanner.next() {
      words = (words ^ word.hash ^ (word.continues ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15
      words ^= words >> 29
      count += 1
      if count > 2 {
        let shingle = Shingle.hash(before, last, word.hash)
        let bin = Int(shingle >> 58)
        least[bin] = min(least[bin], shingle << 6)
      }
      (before, last) = (last, word.hash)
    }
    guard count > 0 else { return [] }
    let head = [UInt32(truncatingIfNeeded: words >> 32), UInt32(truncatingIfNeeded: words)]
    return count < leastWords ? head : head + prints(UnsafeBufferPointer(least))
  }

  /// A number a band.
  ///
  /// Empty bins are filled: the further the neighbour, the other the print.
  private static func prints(_ least: UnsafeBufferPointer<UInt64>) -> [UInt32] {
    guard var next = least.firstIndex(where: { $0 != .max }) else { return [] }
    // Behind the last bin comes the first.
    next += bins
    return [UInt32](unsafeUninitializedCapacity: bands) { prints, count in
      prints.initialize(repeating: 0)
      for bin in (0..<bins).reversed() {
        if least[bin] != .max { next = bin }
        let value =
          UInt32(truncatingIfNeeded: least[next % bins] >> 6) &+ UInt32(next - bin) &* 0x9E37
        prints[bin / 2] |= (value & 0xFFFF) << (bin % 2 == 0 ? 16 : 0)
      }
      count = bands
    }
  }
}

enum Shingle {
  /// Of three words in a row.
  @inline(__always)
  static func hash(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    var hash = first &* 0x9E37_79B9_7F4A_7C15 &+ second
    hash = (hash ^ hash >> 32) &* 0xC2B2_AE3D_27D4_EB4F &+ third
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 32
  }
}
