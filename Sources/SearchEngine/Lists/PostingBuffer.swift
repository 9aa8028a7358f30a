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
