/// Memory for the chunks of columns: pieces of blocks that are given back all at once.
///
/// `@unchecked Sendable`: used by one core at a time; others only keep it alive.
final class ColumnArena: @unchecked Sendable {
  private static let alignment = 64
  private static let largestBlock = 4 * MappedBuffer.largePage

  private var blocks: [MappedBuffer] = []
  private var used = 0

  /// A piece of zeroed memory, good for as long as this object.
  func piece(of byteCount: Int) -> UnsafeMutableRawPointer {
    if let block = blocks.last, used + byteCount <= block.byteCount {
      defer { use(byteCount) }
      return block.start + used
    }
    let next = min((blocks.last?.byteCount ?? 0) * 2 + MappedBuffer.largePage, Self.largestBlock)
    let block = MappedBuffer(byteCount: max(byteCount, next))
    blocks.append(block)
    used = 0
    use(byteCount)
    return block.start
  }

  private func use(_ byteCount: Int) {
    used += (byteCount + Self.alignment - 1) / Self.alignment * Self.alignment
  }
}
