/// Bytes that are in memory already: a converted file, a member of a container.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    assert(0...bytes.count ~= offset, "read past the end")
    let part = bytes[offset..<min(bytes.count, offset + buffer.count)]
    buffer.copyBytes(from: part)
    offset += part.count
    return part.count
  }
}
