/// How many bytes one file may unpack to, with all that lies in it.
///
/// Text packs to a fifth, a log to a fiftieth; what packs to a five-hundredth was made to fill a
/// disk. One budget for all layers: a bomb can be made of many small ones.
final class UnpackingBudget {
  /// Whatever the size of the file.
  static let least = 128 << 20
  static let ratio = 200

  private let limit: Int
  private var used = 0

  /// - Parameter packed: bytes of the file; 0 where they are not known, as of a pipe.
  init(packed: Int, least: Int = UnpackingBudget.least) {
    limit =
      packed == 0
      ? 16 << 30 : max(least, packed.multipliedReportingOverflow(by: Self.ratio).partialValue)
  }

  var isSpent: Bool { used > limit }

  func take(_ count: Int) throws(ByteSourceError) {
    used += count
    guard isSpent else { return }
    throw ByteSourceError(
      message: "unpacks to more than \(limit >> 20) MB, as bombs do; the rest is not read, "
        + "unpack it yourself if it is no bomb")
  }
}

/// Bytes as they are unpacked, each paid for.
final class BudgetedBytes: ByteSource {
  private let source: any ByteSource
  private let budget: UnpackingBudget

  init(_ source: any ByteSource, _ budget: UnpackingBudget) {
    self.source = source
    self.budget = budget
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    let count = try source.read(into: buffer)
    try budget.take(count)
    return count
  }
}
