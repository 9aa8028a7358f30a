/// A part of other bytes: so many of what comes next.
final class RecordBytes: ByteSource {
  private let bytes: ByteReader
  private var rest: Int

  init(_ bytes: ByteReader, count: Int) {
    self.bytes = bytes
    rest = count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    guard rest > 0 else { return 0 }
    let held = bytes.peek()
    guard !held.isEmpty else {
      if let error = bytes.error { throw error }
      throw ByteSourceError(message: "the file ends in the middle of a record; fetch it again")
    }
    let count = min(held.count, buffer.count, rest)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: held.prefix(count))))
    bytes.skip(count)
    rest -= count
    return count
  }

  /// Passes over what was not read.
  func finish() {
    while rest > 0 {
      let count = min(bytes.peek().count, rest)
      guard count > 0 else { return }
      bytes.skip(count)
      rest -= count
    }
  }
}

/// The body of an answer of HTTP that came in pieces, each behind its length (RFC 9112, 7.1).
final class ChunkedBytes: ByteSource {
  private let bytes: ByteReader
  private var rest = 0
  private var isAtEnd = false

  init(_ bytes: ByteReader) {
    self.bytes = bytes
  }

  /// Whether the bytes begin with a length; archives may hold bodies already put together.
  static func isChunked(_ bytes: ByteReader) -> Bool {
    let line = bytes.peek(10).prefix(10).prefix { $0 != 0x0d && $0 != 0x0a && $0 != 0x3b }
    return !line.isEmpty && line.count < 10
      && Int(String(decoding: line, as: UTF8.self).filter { $0 != " " }, radix: 16) != nil
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    if rest == 0 { nextPiece() }
    guard !isAtEnd else { return 0 }
    let held = bytes.peek()
    let count = min(held.count, buffer.count, rest)
    guard count > 0 else {
      isAtEnd = true
      if let error = bytes.error { throw error }
      return 0
    }
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: held.prefix(count))))
    bytes.skip(count)
    rest -= count
    return count
  }

  private func nextPiece() {
    var line = bytes.line(limit: 1 << 16)?.bytes
    // The line break behind the piece before.
    if let text = line, text.isEmpty || text.count == 1 && text[0] == 0x0d {
      line = bytes.line(limit: 1 << 16)?.bytes
    }
    let digits = line?.prefix { $0 != 0x3b && $0 > 0x20 } ?? []
    rest = Int(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    isAtEnd = rest <= 0
  }
}
