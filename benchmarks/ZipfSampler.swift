/// Draws ranks by the Zipf–Mandelbrot law: the share of rank r is in proportion to 1 / (r + shift).
///
/// Mandelbrot, "An informational theory of the statistical structure of language" (1953), with
/// exponent 1, so that only additions and divisions are needed and every machine draws alike.
struct ZipfSampler {
  private let cumulative: [Double]
  /// `guide[g]` is the first rank whose cumulative share passes g / guide.count.
  private let guide: [Int32]

  init(count: Int, shift: Double) {
    var sums: [Double] = []
    sums.reserveCapacity(count)
    var sum = 0.0
    for rank in 0..<count {
      sum += 1 / (Double(rank) + 1 + shift)
      sums.append(sum)
    }
    cumulative = sums
    var starts = [Int32](repeating: 0, count: 1 << 16)
    var rank = 0
    for slot in starts.indices {
      let target = sum * Double(slot) / Double(starts.count)
      while cumulative[rank] < target { rank += 1 }
      starts[slot] = Int32(rank)
    }
    guide = starts
  }

  /// A rank from 0.
  func draw(_ random: inout RandomSource) -> Int {
    let fraction = random.fraction()
    let target = fraction * (cumulative.last ?? 0)
    var low = Int(guide[Int(fraction * Double(guide.count))])
    var high =
      Int(fraction * Double(guide.count)) + 1 < guide.count
      ? Int(guide[Int(fraction * Double(guide.count)) + 1]) : cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
