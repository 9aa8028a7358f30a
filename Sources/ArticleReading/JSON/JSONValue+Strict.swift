extension JSONValue {
  /// The value as JSON that every reader takes.
  ///
  /// Byte for byte as written, but for what ``JSONScanner`` lets pass and others refuse: control
  /// characters in strings are escaped, surrogates without a partner become U+FFFD.
  var strictJSON: String {
    let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\\") }
    return isPlain ? source : String(decoding: strictBytes(), as: UTF8.self)
  }

  private func strictBytes() -> [UInt8] {
    var strict: [UInt8] = []
    strict.reserveCapacity(bytes.count + 16)
    var isInString = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") {
        let escape = JSONEscape(bytes, at: position)
        let written = bytes[position..<position + escape.length]
        strict += escape.isLoneSurrogate ? Array(#"\ufffd"#.utf8) : Array(written)
        position += escape.length
        continue
      }
      if byte == UInt8(ascii: "\"") { isInString.toggle() }
      if isInString, byte < 0x20 {
        JSONText.append(byte, to: &strict)
      } else {
        strict.append(byte)
      }
      position += 1
    }
    return strict
  }
}
