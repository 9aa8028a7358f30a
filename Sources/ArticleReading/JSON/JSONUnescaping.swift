import OperatingSystem

/// Writes a JSON string's content with its escapes resolved.
struct JSONUnescaping {
  private let content: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// `content` is what stands between the quotes, as a ``JSONScanner`` has let it pass.
  init(_ content: UnsafeBufferPointer<UInt8>) {
    self.content = content
  }

  /// Fills `output`, which has room for as many bytes as the content has; how many were written.
  consuming func write(to output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    assert(output.count >= content.count, "the text may be as long as what is written for it")
    guard let source = content.baseAddress, let target = output.baseAddress else { return 0 }
    var written = 0
    while position < content.count {
      let rest = content.count - position
      let found = memchr(source + position, 0x5c, rest)
      let run = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(source + position) } ?? rest
      memcpy(target + written, source + position, run)
      written += run
      position += run
      if position < content.count {
        for byte in escape() {
          target[written] = byte
          written += 1
        }
      }
    }
    assert(written <= content.count, "no escape is shorter than what it stands for")
    return written
  }

  /// The UTF-8 of the escape at `position`, behind which it stops; U+FFFD for NUL.
  private mutating func escape() -> Unicode.Scalar.UTF8View {
    let escape = JSONEscape(content, at: position)
    position += escape.length
    return (escape.scalar == "\0" ? "\u{fffd}" : escape.scalar).utf8
  }
}
