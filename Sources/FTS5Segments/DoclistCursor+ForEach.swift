extension DoclistCursor {
  /// Calls `body` with every posting that has a rowid below `end` and is no delete marker, and
  /// moves past them.
  ///
  /// The inner loop is the product's hottest. It keeps all its state in locals and takes on only
  /// postings that lie whole on the page; whatever else comes (a page end, a growth of 0, the
  /// window's end) is left to ``step()``, which decodes the posting again with every check.
  @inlinable @inline(__always)
  mutating func forEach(below end: Int64, _ body: (Int64, PositionList) throws -> Void) throws {
    while rowid < end {
      if list.byteCount > 0 { try body(rowid, list) }
      let base = base
      let limit = limit
      var last = rowid
      var next = next
      while next < limit {
        var offset = next
        let (growth, doubled) = base.varintPair(at: &offset)
        let size = Int(truncatingIfNeeded: doubled >> 1)
        // 0 < growth < end - last, in one comparison that cannot overflow.
        let room = UInt64(bitPattern: end &- last)
        guard growth &- 1 < room &- 1, size <= limit &- offset else { break }
        let before = last
        last &+= Int64(bitPattern: growth)
        assert(before < last && last < end, "rowids ascend and stay below the end")
        next = offset &+ size
        if size > 0 { try body(last, PositionList(start: base + offset, byteCount: size)) }
      }
      try stand(after: last, next: next)
    }
  }
}
