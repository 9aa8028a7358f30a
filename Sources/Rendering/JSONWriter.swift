internal import OperatingSystem

/// Builds JSON text key by key, in the order written, without a tree in between.
///
/// Keys are ours and need no escaping; values are escaped as RFC 8259 asks, and so is what commands a
/// terminal; everything else stays UTF-8 as it is.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// `{…}` as the next value.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclose("{", "}", body)
  }

  /// `[…]` of `items` as the next value.
  package mutating func array<S: Sequence>(
    _ items: S, _ body: (inout JSONWriter, S.Element) -> Void
  ) {
    enclose("[", "]") { json in
      for item in items { body(&json, item) }
    }
  }

  package mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    write(key: key)
    object(body)
  }

  package mutating func array<S: Sequence>(
    _ key: StaticString, _ items: S, _ body: (inout JSONWriter, S.Element) -> Void
  ) {
    write(key: key)
    array(items, body)
  }

  package mutating func field(_ key: StaticString, _ value: String?) {
    write(key: key)
    self.value(value)
  }

  package mutating func field(_ key: StaticString, _ value: Int?) {
    write(key: key)
    self.value(value)
  }

  package mutating func field(_ key: StaticString, _ value: Double) {
    write(key: key)
    self.value(value)
  }

  package mutating func field(_ key: StaticString, _ value: Bool) {
    write(key: key)
    separate()
    append(value ? "true" : "false")
  }

  /// `json`, which must be one JSON value already, on one line; null for nil.
  package mutating func field(_ key: StaticString, rawJSON json: String?) {
    write(key: key)
    separate()
    for scalar in (json ?? "null").unicodeScalars {
      // Outside of strings JSON knows white space alone, inside none that is not escaped.
      if "\n\r\t".unicodeScalars.contains(scalar) { append(" ") } else { append(scalar) }
    }
  }

  package mutating func value(_ value: String?) {
    separate()
    guard let value else { return append("null") }
    quote(value)
  }

  package mutating func value(_ value: Int?) {
    separate()
    append(value.map(String.init) ?? "null")
  }

  /// JSON has no infinities and no NaN: they become null.
  package mutating func value(_ value: Double) {
    separate()
    append(value.isFinite ? "\(value)" : "null")
  }

  private mutating func enclose(
    _ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    append(open)
    needsComma = false
    body(&self)
    append(close)
    needsComma = true
  }

  private mutating func write(key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(key)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      default: append(scalar)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// All that commands are is below U+10000.
  private mutating func append(_ scalar: Unicode.Scalar) {
    guard scalar.isCommand else { return bytes.append(contentsOf: scalar.utf8) }
    let digits = String(scalar.value, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
