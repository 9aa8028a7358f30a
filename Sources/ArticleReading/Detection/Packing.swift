/// How the bytes of one file are packed.
enum Packing: Equatable {
  /// By zlib, which tells where in the file damage is.
  case gzip
  /// The same without gzip's head (RFC 1950).
  case zlib
  /// By libarchive: bzip2, xz, zstd, lzip, lz4, lzma, compress.
  case other(String)

  init?(_ head: UnsafeBufferPointer<UInt8>) {
    if head.begins(with: [0x1f, 0x8b]) {
      self = .gzip
    } else if let name = Self.signatures.first(where: { head.begins(with: $0.1) })?.0 {
      self = .other(name)
    } else if head.count > 2, head[0] == 0x78, [0x01, 0x9c, 0xda].contains(head[1]) {
      self = .zlib
    } else if Self.isBzip2(head) {
      self = .other("bzip2")
    } else {
      return nil
    }
  }

  private static let signatures: [(String, [UInt8])] = [
    ("xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), ("zstd", [0x28, 0xb5, 0x2f, 0xfd]),
    ("lzip", Array("LZIP\u{1}".utf8)), ("lz4", [0x04, 0x22, 0x4d, 0x18]),
    ("compress", [0x1f, 0x9d]), ("lzma", [0x5d, 0, 0, 0x80, 0]), ("lzma", [0x5d, 0, 0, 0, 1]),
  ]

  /// `BZh`, the size of a block, and the head of one or the end of an empty file.
  private static func isBzip2(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count >= 10, head.begins(with: "BZh"), 0x31...0x39 ~= head[3] else {
      return false
    }
    let block = head[4..<10]
    return block.elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
      || block.elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  }
}
