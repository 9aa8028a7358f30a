extension DecodedText {
  /// A text in the character set that a mail or an answer of HTTP names for it; where it names none
  /// or a wrong one, as UTF-8, else as windows-1252.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, charset: String?) -> String {
    guard let charset, !charset.isEmpty else { return DecodedText(bytes).text }
    let encoding = DeclaredEncoding(name: charset.lowercased())
    if ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.name) {
      return DecodedText(bytes).text
    }
    return encoding.decode(bytes) ?? DecodedText(bytes).text
  }
}
