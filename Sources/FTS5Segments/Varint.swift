/// SQLite's variable-length integers: seven bits a byte, the high ones first, a set high bit
/// meaning that more bytes follow; a ninth byte gives all its eight bits.
extension UnsafeRawPointer {
  /// Decodes the varint at `offset` and moves `offset` past it.
  ///
  /// Up to nine bytes are read, wherever the data ends: the memory must be padded as ``PageBytes``
  /// is, and `offset` be compared with the end afterwards.
  @inlinable @inline(__always)
  func varint(at offset: inout Int) -> UInt64 {
    assert(offset >= 0, "a varint before the data")
    let first = load(fromByteOffset: offset, as: UInt8.self)
    if first < 0x80 {
      offset &+= 1
      return UInt64(first)
    }
    let second = load(fromByteOffset: offset &+ 1, as: UInt8.self)
    if second < 0x80 {
      offset &+= 2
      return UInt64(first & 0x7F) << 7 | UInt64(second)
    }
    // Returned, not passed by reference: the hot loops' offset would live in memory.
    let long = longVarint(at: offset)
    offset = long.next
    return long.value
  }

  /// Decodes two varints, most often of one byte each, and moves `offset` past them.
  @inlinable @inline(__always)
  func varintPair(at offset: inout Int) -> (UInt64, UInt64) {
    assert(offset >= 0, "a varint before the data")
    let bytes = UInt64(
      UInt16(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
    if bytes & 0x8080 == 0 {
      offset &+= 2
      return (bytes & 0x7F, bytes >> 8)
    }
    return (varint(at: &offset), varint(at: &offset))
  }

  @inlinable @inline(never)
  func longVarint(at offset: Int) -> (value: UInt64, next: Int) {
    var value: UInt64 = 0
    for index in 0..<8 {
      let byte = load(fromByteOffset: offset &+ index, as: UInt8.self)
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return (value, offset &+ index &+ 1) }
    }
    value = value << 8 | UInt64(load(fromByteOffset: offset &+ 8, as: UInt8.self))
    return (value, offset &+ 9)
  }
}
