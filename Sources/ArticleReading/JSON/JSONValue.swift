/// One scanned value: its kind and its bytes as written, quotes and brackets included.
///
/// Good as long as the bytes scanned are.
struct JSONValue {
  enum Kind { case null, boolean, number, string, escapedString, array, object }

  let kind: Kind
  let bytes: UnsafeBufferPointer<UInt8>

  var isString: Bool { kind == .string || kind == .escapedString }

  /// The bytes as written.
  var source: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a string, unescaped; nil for other kinds.
  ///
  /// What no text can hold becomes U+FFFD: surrogates without a partner, bytes that are not UTF-8,
  /// and NUL, at which C programs would cut the text.
  var text: String? {
    guard isString else { return nil }
    assert(bytes.count >= 2, "a string has two quotes")
    let content = UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1])
    guard kind == .escapedString else { return String(decoding: content, as: UTF8.self) }
    // No escape is shorter than what it stands for.
    let unescaped = [UInt8](unsafeUninitializedCapacity: content.count) { buffer, count in
      count = JSONUnescaping(content).write(to: buffer)
    }
    return String(decoding: unescaped, as: UTF8.self)
  }
}
