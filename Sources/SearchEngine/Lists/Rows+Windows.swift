internal import IndexDefinition

extension Rows {
  /// Calls `body` with each window that articles lie in, and with those.
  @inline(__always)
  func forEachWindow(_ body: (UInt32, Rows) throws -> Void) rethrows {
    var start = 0
    while start < count {
      let window = self[start] >> ColumnLayout.chunkShift
      let last = window << ColumnLayout.chunkShift | ColumnLayout.offsetMask
      let end = last == .max ? count : lowerBound(last + 1, from: start)
      try body(window, Rows(rebasing: self[start..<end]))
      start = end
    }
  }
}
