/// Whether a text is markup: tags or references that no plain text has.
enum MarkupSigns {
  static func areMet(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        if byte == UInt8(ascii: "<"), isTag(bytes, at: position) { return true }
        if byte == UInt8(ascii: "&"), let reference = CharacterReference(bytes, at: position),
          bytes[position + reference.length - 1] == UInt8(ascii: ";")
        {
          return true
        }
        position += 1
      }
      return false
    }
  }

  /// `<p>`, `</div>`, `<br/>`, `<a href=…>`: an element that is known.
  private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    var start = position + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
    let name = bytes[start...].prefix(12).prefix { $0 | 0x20 &- 97 < 26 || $0 &- 48 < 10 }
    guard !name.isEmpty, name.endIndex < bytes.count,
      [UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x0a].contains(bytes[name.endIndex])
    else { return false }
    return MarkupTag(UnsafeBufferPointer(rebasing: name), isXML: false) != .other
      && bytes[name.endIndex...].prefix(2048).contains(UInt8(ascii: ">"))
  }
}
