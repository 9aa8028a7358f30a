/// Room for postings that grows as they are decoded: a row and a frequency each.
///
/// Plain memory, because appending is the innermost step of every query.
struct PostingMemory: ~Copyable {
  /// What is allocated for `capacity` postings.
  struct Block {
    var rows: GrowingMemory<UInt32>
    var frequencies: GrowingMemory<Float>

    init(capacity: Int) {
      rows = GrowingMemory(capacity: capacity)
      frequencies = GrowingMemory(capacity: capacity)
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
  private var block: Block
  private let spares: SparePostings?

  /// `spares` nil: memory of its own.
  init(from spares: SparePostings? = nil) {
    block = spares?.take() ?? Block(capacity: 64)
    rows = block.rows.start
    frequencies = block.frequencies.start
    capacity = block.capacity
    self.spares = spares
  }

  deinit {
    if let spares { spares.give(block) } else { block.free() }
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
    block.rows.grow(to: count + 1, keeping: count)
    block.frequencies.grow(to: count + 1, keeping: count)
    rows = block.rows.start
    frequencies = block.frequencies.start
    capacity = min(block.rows.capacity, block.frequencies.capacity)
  }
}
