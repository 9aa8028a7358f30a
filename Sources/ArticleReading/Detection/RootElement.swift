/// Kinds of XML that are told by their root element and read apart from news.
enum RootElement {
  static func format(_ head: UnsafeBufferPointer<UInt8>) -> FileFormat? {
    guard let name = name(head) else { return nil }
    switch name {
    case "mediawiki": return .wikidump
    case "TEI", "TEI.2", "tei:TEI", "teiCorpus", "teiCorpus.2": return .tei
    case "alto", "ALTO", "alto:alto": return .alto
    case "w:wordDocument": return .docx
    case "pkg:package":
      return head.holds("wordprocessingml") ? .docx : nil
    case "office:document": return isOpenDocumentText(head) ? .odt : nil
    default: return nil
    }
  }

  /// The first start tag's name, behind declarations and comments.
  static func name(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    var rest = head.prefix(8192)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...].dropFirst()
      guard let first = rest.first else { return nil }
      if first | 0x20 &- 97 < 26 {
        let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return String(decoding: name, as: UTF8.self)
      }
      if rest.starts(with: "!--".utf8) {
        guard let end = rest.firstRange(of: "-->".utf8) else { return nil }
        rest = rest[end.upperBound...]
      }
    }
    return nil
  }

  private static func isOpenDocumentText(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let types: [StaticString] = [
      "opendocument.spreadsheet", "opendocument.presentation", "opendocument.graphics",
    ]
    return !types.contains { head.holds($0) }
  }
}
