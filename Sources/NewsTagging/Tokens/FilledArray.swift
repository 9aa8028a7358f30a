extension Array {
  /// The same as `Array(repeating:count:)`, made in the caller's own code: that asks the runtime which type of
  /// storage to make, anew at every call, which costs more than a small array.
  @inlinable @inline(__always)
  init(filled value: Element, count: Int) {
    self = []
    reserveCapacity(count)
    append(contentsOf: repeatElement(value, count: count))
  }
}
