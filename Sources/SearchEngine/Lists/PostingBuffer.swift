/// Room for postings that grows as they are decoded: a row and a frequency each.
///
/// Plain memory, because appending is the innermost step of every query.
struct PostingBuffer: ~Copyable {
  /// What is allocated for `capacity` postings.
  struct Storage {
    var rows: GrowingBuffer<UInt32>
    var frequencies: GrowingBuffer<Float>

    init(capacity: Int) {
      rows = GrowingBuffer(capacity: capacity)
      frequencies = GrowingBuffer(capacity: capacity)
    }

    var capacity: Int { rows.capacity }

    func free() {
      rows.free()
      frequencies.free()
    }
  }

  private(set) var rows: UnsafeMutablePointer<UInt32>
  private(set) var frequencies: UnsafeMutablePointer<Float>
  private(set) var count = 0
  private var capacity: Int
  private var storage: Storage
  private let pool: PostingBufferPool?

  /// `pool` nil: memory of its own.
  init(from pool: PostingBufferPool? = nil) {
    storage = pool?.take() ?? Storage(capacity: 64)
    rows = storage.rows.start
    frequencies = storage.frequencies.start
    capacity = storage.capacity
    self.pool = pool
  }

  deinit {
    if let pool { pool.give(storage) } else { storage.free() }
  }

  @inline(__always)
  mutating func append(_ row: UInt32, _ frequency: Float) {
    if count == capacity { grow() }
    assert(count < capacity, "there is room")
    rows[count] = row
    frequencies[count] = frequency
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    storage.rows.grow(to: count + 1, keeping: count)
    storage.frequencies.grow(to: count + 1, keeping: count)
    rows = storage.rows.start
    frequencies = storage.frequencies.start
    capacity = min(storage.rows.capacity, storage.frequencies.capacity)
  }
}

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
