/// The first bytes of archives other than zip.
enum ArchiveSignature {
  static func isArchive(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    signatures.contains { head.begins(with: $0) } || isTar(head) || isLHA(head)
  }

  private static let signatures: [[UInt8]] = [
    [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], Array("Rar!\u{1a}\u{7}".utf8), Array("MSCF".utf8) + [0],
    Array("070701".utf8), Array("070702".utf8), Array("070707".utf8), [0xc7, 0x71], [0x71, 0xc7],
    Array("!<arch>\n".utf8),
  ]

  /// A header of 512 bytes whose sum it holds itself, in octal digits.
  private static func isTar(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    var sum = 0
    for index in 0..<512 { sum += 148..<156 ~= index ? 0x20 : Int(head[index]) }
    let digits = head[148..<156].drop { $0 == 0x20 }.prefix { 0x30...0x37 ~= $0 }
    return !digits.isEmpty && digits.reduce(0) { $0 << 3 | Int($1 & 7) } == sum
  }

  /// `-lh5-` behind the size of the header.
  private static func isLHA(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count > 22 else { return false }
    return head[2..<5].elementsEqual("-lh".utf8) && head[6] == UInt8(ascii: "-")
  }
}
