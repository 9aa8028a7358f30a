/// Why a file holds no text, told from its first bytes.
enum HeadProblem: Equatable {
  case empty
  case binary(String)

  /// Nil when the bytes look like text.
  init?(_ head: UnsafeBufferPointer<UInt8>) {
    if head.allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
      self = .empty
    } else if let name = Self.signature(head) {
      self = .binary(name)
    } else if Self.isBinary(head) {
      self = .binary("unknown type")
    } else {
      return nil
    }
  }

  var message: String {
    switch self {
    case .empty: "the file is empty; remove it or fetch it again"
    case .binary(let type): "binary, not text: \(type); convert it to text or leave it out"
    }
  }

  /// More than one byte in ten is a control character, or there is a NUL.
  private static func isBinary(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    var controls = 0
    for byte in head {
      if byte == 0 { return true }
      if byte < 0x20, !(0x09...0x0d ~= byte) { controls += 1 }
    }
    return controls * 10 > head.count
  }

  /// Formats that people keep beside their articles, by the bytes they start with.
  private static let signatures: [(String, [UInt8])] = [
    ("PDF", Array("%PDF-".utf8)), ("zip archive", Array("PK\u{3}\u{4}".utf8)),
    ("JPEG image", [0xff, 0xd8, 0xff]), ("PNG image", [0x89, 0x50, 0x4e, 0x47]),
    ("GIF image", Array("GIF8".utf8)), ("SQLite database", Array("SQLite format 3".utf8)),
    ("xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]), ("bzip2 archive", Array("BZh".utf8)),
    ("zstd archive", [0x28, 0xb5, 0x2f, 0xfd]), ("7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf]),
    ("ELF program", [0x7f, 0x45, 0x4c, 0x46]),
  ]

  private static func signature(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    signatures.first { head.starts(with: $0.1) }?.0
  }
}
