internal import OperatingSystem
internal import Synchronization

/// The names of entities by id, each read when first shown.
package final class EntityLabels {
  package struct Entry: Sendable {
    package var kind: String
    /// The canonical name or the country code.
    package var value: String
    /// As shown to people.
    package var label: String
    /// The value's first eight bytes as a number, which orders most values without a look at them.
    var key: UInt64

    /// An entity that is none.
    static let none = Entry(kind: "", value: "", label: "")

    package init(kind: String, value: String, label: String) {
      self.kind = kind
      self.value = value
      self.label = label
      key = value.utf8.prefix(8).enumerated().reduce(0) { key, byte in
        key | UInt64(byte.element) << UInt64(56 - 8 * byte.offset)
      }
    }
  }

  private let index: any IndexSource
  private let store: LabelStore

  /// - Parameter store: What was read before, by this and by other cores.
  init(_ index: any IndexSource, _ store: LabelStore) {
    self.index = index
    self.store = store
  }

  /// Of an id that is none, ``Entry/none``.
  package func entry(_ id: Int) throws -> Entry {
    try store[id]?.pointee ?? read(id)
  }

  private func read(_ id: Int) throws -> Entry {
    guard store.holds(id), let read = try index.entity(Int64(id)) else { return .none }
    store.note(read, of: id)
    return read
  }

  /// See ``Entry/key``.
  func key(_ id: Int) throws -> UInt64 {
    try store[id]?.pointee.key ?? read(id).key
  }
}

/// The names of entities that queries have read of one state of an index, for all of its cores.
///
/// `@unchecked Sendable`: names are added under the lock, into memory that never moves, and found by
/// numbers that are published when the name is there.
final class LabelStore: @unchecked Sendable {
  private static let blockSize = 1 << 12

  /// Where each id's name stands; 0 until it is read.
  private let places: AtomicTable
  private let blocks: UnsafeMutablePointer<UnsafeMutablePointer<EntityLabels.Entry>?>
  private let blockCount: Int
  private let count = Guarded(1)

  /// - Parameter highest: The greatest id that there is.
  init(highest: Int) {
    places = AtomicTable(count: highest + 1)
    // One place more than there are ids, for places begin at 1.
    blockCount = highest / Self.blockSize + 2
    blocks = .allocate(capacity: blockCount)
    blocks.initialize(repeating: nil, count: blockCount)
  }

  deinit {
    let filled = count.withLock { $0 }
    for place in 1..<max(1, filled) {
      blocks[place / Self.blockSize]?.advanced(by: place % Self.blockSize)
        .deinitialize(count: 1)
    }
    for block in 0..<blockCount { blocks[block]?.deallocate() }
    blocks.deallocate()
  }

  func holds(_ id: Int) -> Bool { (0..<places.count).contains(id) }

  /// Nil until it is noted.
  subscript(id: Int) -> UnsafePointer<EntityLabels.Entry>? {
    guard holds(id) else { return nil }
    let place = Int(places[id])
    guard place > 0, let block = blocks[place / Self.blockSize] else { return nil }
    return UnsafePointer(block + place % Self.blockSize)
  }

  /// Keeps a name, unless another core has meanwhile.
  func note(_ entry: EntityLabels.Entry, of id: Int) {
    count.withLock { count in
      guard places[id] == 0 else { return }
      precondition(count / Self.blockSize < blockCount, "every id is noted once")
      let (block, offset) = count.quotientAndRemainder(dividingBy: Self.blockSize)
      let memory = blocks[block] ?? .allocate(capacity: Self.blockSize)
      // Others read it without the lock: it is written once.
      if blocks[block] == nil { blocks[block] = memory }
      (memory + offset).initialize(to: entry)
      places[id] = UInt(count)
      count += 1
    }
  }
}
