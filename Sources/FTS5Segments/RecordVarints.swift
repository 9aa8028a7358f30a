/// The varints of a record that is nothing else, such as `sz` of `%_docsize`: a row's tokens, column
/// by column.
///
/// Unlike a ``PageBytes`` the record has no padding behind it.
package struct RecordVarints: Sequence, IteratorProtocol {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>

  /// - Parameter record: Valid for as long as varints are read.
  package init(_ record: UnsafeBufferPointer<UInt8>) {
    rest = record[...]
  }

  /// The next number; nil behind the last.
  package mutating func next() -> UInt64? {
    guard !rest.isEmpty else { return nil }
    // A varint has nine bytes at most; what is behind it reads as zeros.
    let padded = withUnsafeTemporaryAllocation(byteCount: 16, alignment: 8) { room in
      room.initializeMemory(as: UInt8.self, repeating: 0)
      room.copyBytes(from: rest.prefix(9))
      var offset = 0
      let value = room.baseAddress.map { UnsafeRawPointer($0).varint(at: &offset) } ?? 0
      return (value: value, count: offset)
    }
    rest = rest.dropFirst(padded.count)
    return padded.value
  }
}
