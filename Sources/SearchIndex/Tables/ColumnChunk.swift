internal import IndexDefinition

/// Builds the blobs of `column_chunk`, in the one form that ``ColumnLayout`` allows, so that equal
/// values are equal bytes.
enum ColumnChunk {
  /// `old` (nil: a chunk never written) with the values of some slots replaced.
  static func fixed(_ old: [UInt8]?, setting values: [(slot: Int, value: UInt32)]) -> [UInt8] {
    var blob = old ?? []
    blob.resize(to: ColumnLayout.chunkSize * 4)
    blob.withUnsafeMutableBytes { bytes in
      for (slot, value) in values {
        bytes.storeBytes(of: value.littleEndian, toByteOffset: slot * 4, as: UInt32.self)
      }
    }
    return blob
  }

  /// `old` with the lists of some slots, given in ascending order, replaced.
  static func list(_ old: [UInt8]?, setting lists: [(slot: Int, value: [UInt32])]) -> [UInt8] {
    assert(
      zip(lists, lists.dropFirst()).allSatisfy { $0.slot < $1.slot }, "slots do not ascend")
    let before = (old ?? []).withUnsafeBufferPointer(words)
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    var next = 0
    for slot in 0..<ColumnLayout.chunkSize {
      if next < lists.count, lists[next].slot == slot {
        values += lists[next].value
        next += 1
      } else {
        values += list(at: slot, in: before)
      }
      offsets.append(UInt32(values.count))
    }
    return bytes(offsets) + bytes(values)
  }

  /// The values of one slot; empty where the blob is too short to have it.
  static func list(at slot: Int, in words: [UInt32]) -> ArraySlice<UInt32> {
    let start = ColumnLayout.chunkSize + 1
    guard words.count >= start else { return [] }
    let range = (Int(words[slot]), Int(words[slot + 1]))
    guard range.0 <= range.1, start + range.1 <= words.count else { return [] }
    return words[start + range.0..<start + range.1]
  }

  /// A blob's 32-bit values.
  static func words(_ blob: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    let bytes = UnsafeRawBufferPointer(blob)
    return (0..<bytes.count / 4).map {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
    }
  }

  private static func bytes(_ words: [UInt32]) -> [UInt8] {
    words.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }
}

extension [UInt8] {
  /// Cuts the tail off or fills it with zeros.
  fileprivate mutating func resize(to size: Int) {
    if count > size { removeLast(count - size) }
    append(contentsOf: repeatElement(0, count: size - count))
  }
}
