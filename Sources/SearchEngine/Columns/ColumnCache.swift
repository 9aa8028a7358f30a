internal import IndexDefinition
internal import OperatingSystem
internal import Synchronization

/// The chunks of the packed columns (``ColumnLayout``) that queries have read, each checked once
/// and, for readers of many queries, kept for as long as the index does not change.
///
/// What is kept grows with the articles looked at: about 60 bytes each when every column was asked
/// for. Any number of cores may ask and note at once: a chunk is published as an address, and what it
/// points to does not change. Two that read the same chunk at once keep it twice.
final class ColumnCache: Sendable {
  let windowCount: Int
  private let keeps = Atomic(false)
  /// By column and window: where a chunk lies, 0 until one is kept.
  private let chunks: AtomicTable
  /// What owns the memory of the chunks.
  private let owners = Guarded<[ColumnArena]>([])

  /// For articles up to `lastRow`.
  init(lastRow: Int64) {
    windowCount = Int(max(0, lastRow) >> ColumnLayout.chunkShift) + 1
    chunks = AtomicTable(count: ColumnLayout.Column.allCases.count * windowCount)
  }

  /// False for a single query, which looks at a chunk once or twice; once true it stays so.
  var keepsChunks: Bool { keeps.load(ordering: .relaxed) }

  func keepChunks() { keeps.store(true, ordering: .relaxed) }

  /// An arena for one core's chunks, good for as long as the cache.
  func makeArena() -> ColumnArena {
    let arena = ColumnArena()
    owners.withLock { $0.append(arena) }
    return arena
  }

  /// A chunk that is kept.
  subscript(column: ColumnLayout.Column, window: UInt32) -> ColumnBytes? {
    get {
      Int(window) < windowCount ? ColumnBytes(address: chunks[place(column, window)]) : nil
    }
    set {
      guard Int(window) < windowCount, let newValue else { return }
      chunks[place(column, window)] = newValue.address
    }
  }

  private func place(_ column: ColumnLayout.Column, _ window: UInt32) -> Int {
    column.place * windowCount + Int(window)
  }
}

extension ColumnLayout.Column {
  /// Its place among all columns.
  fileprivate var place: Int {
    switch self {
    case .date: 0
    case .titleLength: 1
    case .bodyLength: 2
    case .language: 3
    case .person: 4
    case .country: 5
    case .name: 6
    case .tie: 7
    case .unknownWords: 8
    case .time: 9
    case .story: 10
    case .sketch: 11
    }
  }
}

/// Memory for the chunks of columns: cut from blocks that are given back all at once, with the arena.
///
/// `@unchecked Sendable`: used by one core at a time; others only keep it alive.
final class ColumnArena: @unchecked Sendable {
  private static let alignment = 64
  private static let largestBlock = 4 * MappedBuffer.largePage

  private var blocks: [MappedBuffer] = []
  private var used = 0

  /// A piece of zeroed memory, good for as long as this object.
  func piece(of byteCount: Int) -> UnsafeMutableRawPointer {
    assert(byteCount > 0, "a piece of \(byteCount) bytes")
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
