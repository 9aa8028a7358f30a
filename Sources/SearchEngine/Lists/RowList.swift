/// Articles by id, ascending, gathered window after window; plain memory that is used again.
final class RowList {
  private var memory = GrowingMemory<UInt32>(capacity: 1 << 10)
  private var count = 0

  deinit { memory.free() }

  /// What was gathered, valid until more is.
  var rows: Rows { Rows(start: memory.start, count: count) }

  func removeAll() { count = 0 }

  func append(_ rows: Rows) {
    guard let start = rows.baseAddress else { return }
    if count + rows.count > memory.capacity {
      memory.grow(to: count + rows.count, keeping: count)
    }
    (memory.start + count).update(from: start, count: rows.count)
    count += rows.count
  }
}
