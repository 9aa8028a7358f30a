/// Memory of lists that queries have done with, kept for those of the next ones.
///
/// The system hands out fresh memory page by page on first touch, which for a long list costs as
/// much as decoding it. Used by one core at a time.
final class SparePostings {
  /// Postings that there is room kept for: 32 MB, of which short lists never touched a part.
  private static let limit = 4 << 20

  /// From the smallest to the largest.
  private var blocks: [PostingMemory.Block] = []
  private var kept = 0

  deinit {
    for block in blocks { block.free() }
  }

  /// The largest block there is; how long a list gets is not known before.
  func take() -> PostingMemory.Block? {
    guard let block = blocks.popLast() else { return nil }
    kept -= block.capacity
    return block
  }

  func give(_ block: PostingMemory.Block) {
    guard block.capacity <= Self.limit else { return block.free() }
    let at = blocks.firstIndex { $0.capacity >= block.capacity } ?? blocks.count
    blocks.insert(block, at: at)
    kept += block.capacity
    while kept > Self.limit { drop() }
  }

  /// The smallest goes: the largest are the dearest to have anew.
  private func drop() {
    let block = blocks.removeFirst()
    kept -= block.capacity
    block.free()
  }
}
