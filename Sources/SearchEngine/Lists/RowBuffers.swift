internal import IndexDefinition

/// Memory for the lists that a window's evaluation puts together, the same for every window.
final class RowBuffers {
  private var buffers: [UnsafeMutablePointer<UInt32>] = []
  private var taken = 0

  deinit {
    for buffer in buffers { buffer.deallocate() }
  }

  /// Takes back all that was handed out.
  func reset() { taken = 0 }

  /// Room for a whole window of articles, until the next ``reset()``.
  func take() -> UnsafeMutablePointer<UInt32> {
    if taken == buffers.count { buffers.append(.allocate(capacity: ColumnLayout.chunkSize)) }
    taken += 1
    return buffers[taken - 1]
  }
}
