/// Memory of lists that queries have done with, kept for those of the next ones.
///
/// The system hands out fresh memory page by page on first touch, which for a long list costs as
/// much as decoding it. Used by one core at a time.
final class PostingBufferPool {
  /// Postings that there is room kept for: 32 MB, of which short lists never touched a part.
  private static let limit = 4 << 20

  /// From the smallest to the largest.
  private var kept: [PostingBuffer.Storage] = []
  private var keptCapacity = 0

  deinit {
    for storage in kept { storage.free() }
  }

  /// The largest storage there is; how long a list gets is not known before.
  func take() -> PostingBuffer.Storage? {
    guard let storage = kept.popLast() else { return nil }
    keptCapacity -= storage.capacity
    return storage
  }

  func give(_ storage: PostingBuffer.Storage) {
    guard storage.capacity <= Self.limit else { return storage.free() }
    let at = kept.firstIndex { $0.capacity >= storage.capacity } ?? kept.count
    kept.insert(storage, at: at)
    keptCapacity += storage.capacity
    while keptCapacity > Self.limit { drop() }
  }

  /// The smallest goes: the largest are the dearest to have anew.
  private func drop() {
    let storage = kept.removeFirst()
    keptCapacity -= storage.capacity
    storage.free()
  }
}
