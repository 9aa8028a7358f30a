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
    // Outside of strings JSON knows white space alone, inside none that is not escaped.
    appendEscaped(json ?? "null") {
      [0x09, 0x0a, 0x0d].contains($0) ? .blank : $0 < 0x20 || $0 == 0x7f ? .escape : .keep
    }
  }

  /// What becomes of a character of ASCII.
  private enum Change { case keep, blank, escape }

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
    appendEscaped(text) { byte in
      byte < 0x20 || byte == 0x7f || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        ? .escape : .keep
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Runs of bytes that stay as they are are taken over at once; all commands are escaped.
  @inline(__always)
  private mutating func appendEscaped(_ text: String, _ change: (UInt8) -> Change) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var position = 0
      while position < utf8.count {
        if Self.isPlain(utf8, at: position) {
          position += 8
          continue
        }
        let byte = utf8[position]
        let what = byte < 0x80 ? change(byte) : .keep
        let length = byte < 0x80 ? (what == .keep ? 0 : 1) : Self.commandLength(utf8, at: position)
        guard length > 0 else {
          position += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<position]))
        if what == .blank { bytes.append(0x20) } else { escape(utf8[position..<position + length]) }
        position += length
        start = position
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Whether eight bytes are there that stay as they are: ASCII without controls, `"` and `\`.
  private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + 8 <= utf8.count else { return false }
    let bytes = UnsafeRawBufferPointer(utf8).loadUnaligned(
      fromByteOffset: position, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    // A byte's high bit is set where it is the one looked for; where another is too, that is no matter.
    let same = { (byte: UInt64) in (bytes ^ (ones &* byte)) &- ones }
    let found = bytes &- ones &* 0x20 | same(0x22) | same(0x5c) | same(0x7f) | bytes
    return found & high == 0
  }

  /// The bytes of a command beyond ASCII at `position`; 0 for all else.
  private static func commandLength(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    // What commands can be begins with these alone.
    let byte = utf8[position]
    guard byte == 0xc2 || byte == 0xe2 || byte == 0xef else { return 0 }
    let length = byte == 0xc2 ? 2 : 3
    guard position + length <= utf8.count else { return 0 }
    return scalar(utf8[position..<position + length]).isCommand ? length : 0
  }

  /// Of a character of two or three bytes.
  private static func scalar(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
    let first = UInt32(utf8[utf8.startIndex]) & (utf8.count == 2 ? 0x1f : 0x0f)
    let value = utf8.dropFirst().reduce(first) { $0 << 6 | UInt32($1) & 0x3f }
    return Unicode.Scalar(value) ?? "\u{fffd}"
  }

  /// All that commands are is below U+10000.
  private mutating func escape(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) {
    switch utf8[utf8.startIndex] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes += [UInt8(ascii: "\\"), utf8[utf8.startIndex]]
    case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    default:
      let value = utf8.count == 1 ? UInt32(utf8[utf8.startIndex]) : Self.scalar(utf8).value
      let digits = String(value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
