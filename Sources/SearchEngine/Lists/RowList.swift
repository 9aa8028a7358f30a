/// Articles by id, ascending, gathered window after window; plain memory that is used again.
final class RowList {
  private var buffer = GrowingBuffer<UInt32>(capacity: 1 << 10)
  private var count = 0

  deinit { buffer.free() }

  /// What was gathered, valid until more is.
  var rows: Rows { Rows(start: buffer.start, count: count) }

  func removeAll() { count = 0 }

  func append(_ rows: Rows) {
    guard let start = rows.baseAddress else { return }
    if count + rows.count > buffer.capacity {
      buffer.grow(to: count + rows.count, keeping: count)
    }
    (buffer.start + count).update(from: start, count: rows.count)
    count += rows.count
  }
}
