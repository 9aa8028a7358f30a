/// Why a file holds no text, told from its first bytes.
enum HeadProblem: Equatable {
  case empty
  case binary

  /// Nil when the bytes look like text.
  init?(_ head: UnsafeBufferPointer<UInt8>) {
    if head.allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
      self = .empty
    } else if Self.isBinary(head) {
      self = .binary
    } else {
      return nil
    }
  }

  /// More than one byte in twenty is a control character, or there is a NUL.
  private static func isBinary(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    var controls = 0
    for byte in head {
      if byte == 0 { return true }
      if byte < 0x20, !(0x09...0x0d ~= byte), byte != 0x1b { controls += 1 }
    }
    return controls * 20 > head.count
  }
}
