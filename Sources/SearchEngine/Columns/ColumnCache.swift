internal import IndexDefinition

/// The chunks of the packed columns (``ColumnLayout``) that queries have read, each checked once
/// and, for a reader of many queries, kept for as long as the index does not change.
///
/// What is kept grows with the articles looked at: about 60 bytes each when every column was asked
/// for. Different windows may be asked for and noted on different cores at once.
final class ColumnCache {
  /// False for a single query, which looks at a chunk once or twice.
  var keepsChunks = false
  let windowCount: Int
  /// By column and window: plain memory, whose places do not touch each other.
  private let chunks: UnsafeMutableBufferPointer<ColumnBytes?>
  /// What owns the memory of the chunks.
  private var owners: [ColumnMemory] = []

  /// For articles up to `lastRow`.
  init(lastRow: Int64) {
    windowCount = Int(max(0, lastRow) >> ColumnLayout.chunkShift) + 1
    chunks = .allocate(capacity: ColumnLayout.Column.allCases.count * windowCount)
    chunks.initialize(repeating: nil)
  }

  deinit { chunks.deallocate() }

  /// Memory for chunks, good for as long as the cache.
  func makeMemory() -> ColumnMemory {
    let memory = ColumnMemory()
    owners.append(memory)
    return memory
  }

  /// A chunk that is kept; to be set by one core, and not asked for by another meanwhile.
  subscript(column: ColumnLayout.Column, window: UInt32) -> ColumnBytes? {
    get { Int(window) < windowCount ? chunks[place(column, window)] : nil }
    set { if Int(window) < windowCount { chunks[place(column, window)] = newValue } }
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
    }
  }
}
