/// Draws ranks by a law of word frequency.
///
/// Up to rank `bend` the share of rank r is in proportion to 1 / (r + shift) (Mandelbrot, "An
/// informational theory of the statistical structure of language", 1953); beyond it falls with the
/// square of the rank, as Ferrer i Cancho and Solé found for English with a bend at some five
/// thousand words ("Two regimes in the frequency of words and the origins of complex lexicons",
/// Journal of Quantitative Linguistics 8, 2001). Heaps' law follows: distinct words grow with the
/// square root of the tokens. Only additions and divisions are needed, which IEEE 754 rounds alike
/// on every machine; powers it does not.
struct ZipfSampler {
  private let cumulative: [Double]
  /// `guide[g]` is the first rank whose cumulative share passes g / (guide.count - 1).
  private let guide: [Int32]

  init(count: Int, shift: Double, bend: Int = .max) {
    var sums: [Double] = []
    sums.reserveCapacity(count)
    var sum = 0.0
    for rank in 1...count {
      sum += Self.share(rank: rank, shift: shift, bend: bend)
      sums.append(sum)
    }
    cumulative = sums
    var starts = [Int32](repeating: Int32(count - 1), count: 1 << 16 + 1)
    var rank = 0
    for slot in 0..<(starts.count - 1) {
      let target = sum * Double(slot) / Double(starts.count - 1)
      while cumulative[rank] < target { rank += 1 }
      starts[slot] = Int32(rank)
    }
    guide = starts
  }

  private static func share(rank: Int, shift: Double, bend: Int) -> Double {
    if rank <= bend { return 1 / (Double(rank) + shift) }
    let fall = Double(bend) / Double(rank)
    return fall * fall / (Double(bend) + shift)
  }

  /// A rank from 0.
  func draw(_ random: inout RandomSource) -> Int {
    let fraction = random.fraction()
    let target = fraction * (cumulative.last ?? 0)
    let slot = Int(fraction * Double(guide.count - 1))
    var low = Int(guide[slot])
    var high = Int(guide[slot + 1])
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
