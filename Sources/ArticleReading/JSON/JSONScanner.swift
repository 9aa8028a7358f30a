/// Why bytes are not JSON, and where.
struct JSONSyntaxError: Error, Equatable {
  /// Bytes from the start of the text.
  var offset: Int
  var expected: String

  var message: String { "not valid JSON at byte \(offset) of the line: expected \(expected)" }
}

/// Reads JSON (RFC 8259) as ranges of bytes, without building a tree.
///
/// Articles are mostly one long string; finding its end is all the work there should be. Therefore
/// a value is a ``JSONValue``: its kind and its bytes, decoded when somebody asks. The grammar is
/// checked in full, with one leniency: control characters other than NUL may stand unescaped in
/// strings, as careless exporters write them. The bytes must be UTF-8, which is not checked here.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  /// Deeper nesting is refused, since values are scanned by recursion.
  static let depthLimit = 512

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
    assert(0...bytes.count ~= position, "a scanner starts within its bytes or at their end")
    self.bytes = bytes
    self.position = position
  }

  /// True when nothing but white space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return position == bytes.count
  }

  /// Scans the value at `position` and stops behind it.
  mutating func value(depth: Int = 0) throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    let start = position
    guard let first = peek() else { throw failure("a value") }
    let kind: JSONValue.Kind
    switch first {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"):
      kind = .object
      try members(depth: depth) { _, _ throws(JSONSyntaxError) in }
    case UInt8(ascii: "["):
      kind = .array
      try elements(depth: depth) { _ throws(JSONSyntaxError) in }
    case UInt8(ascii: "n"): kind = try word("null", .null)
    case UInt8(ascii: "t"): kind = try word("true", .boolean)
    case UInt8(ascii: "f"): kind = try word("false", .boolean)
    default: kind = try number()
    }
    return slice(kind, from: start)
  }

  /// Scans an object, calling `receive` for each member in order.
  mutating func members(
    depth: Int = 0,
    _ receive: (JSONValue, JSONValue) throws(JSONSyntaxError) -> Void
  ) throws(JSONSyntaxError) {
    try list(
      open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), name: "an object", depth: depth
    ) { (scanner: inout JSONScanner) throws(JSONSyntaxError) in
      guard scanner.peek() == UInt8(ascii: "\"") else { throw scanner.failure("a key in quotes") }
      let key = try scanner.string()
      scanner.skipSpace()
      guard scanner.accept(UInt8(ascii: ":")) else { throw scanner.failure("a colon") }
      try receive(key, try scanner.value(depth: depth + 1))
    }
  }

  /// Scans an array, calling `receive` for each element in order.
  mutating func elements(
    depth: Int = 0, _ receive: (JSONValue) throws(JSONSyntaxError) -> Void
  ) throws(JSONSyntaxError) {
    try list(
      open: UInt8(ascii: "["), close: UInt8(ascii: "]"), name: "an array", depth: depth
    ) { (scanner: inout JSONScanner) throws(JSONSyntaxError) in
      try receive(try scanner.value(depth: depth + 1))
    }
  }

  /// What stands between `open` and `close`, each piece read by `item`, with commas between.
  private mutating func list(
    open: UInt8, close: UInt8, name: String, depth: Int,
    item: (inout JSONScanner) throws(JSONSyntaxError) -> Void
  ) throws(JSONSyntaxError) {
    guard depth < Self.depthLimit else {
      throw failure("fewer than \(Self.depthLimit) levels of nesting")
    }
    skipSpace()
    guard accept(open) else { throw failure(name) }
    skipSpace()
    if accept(close) { return }
    while true {
      skipSpace()
      try item(&self)
      skipSpace()
      if accept(close) { return }
      guard accept(UInt8(ascii: ",")) else { throw failure("a comma or the end of \(name)") }
    }
  }

  private mutating func string() throws(JSONSyntaxError) -> JSONValue {
    assert(peek() == UInt8(ascii: "\""), "a string starts with its quote")
    let start = position
    position += 1
    var hasEscapes = false
    while position < bytes.count {
      skipPlain()
      guard position < bytes.count else { break }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return slice(hasEscapes ? .escapedString : .string, from: start)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      case 0: throw failure("text, not a NUL byte")
      default: position += 1
      }
    }
    throw JSONSyntaxError(offset: start, expected: "an end of the string that starts here")
  }

  /// Passes over what is no quote, backslash or NUL, eight bytes at a time (a byte of a word is zero where
  /// subtracting one borrows into its top bit).
  private mutating func skipPlain() {
    guard let base = bytes.baseAddress else { return }
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    while position + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5c5c_5c5c_5c5c_5c5c
      let zeros = (word &- ones) & ~word | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
      if zeros & tops != 0 { return }
      position += 8
    }
  }

  /// Passes over one escape.
  private mutating func escape() throws(JSONSyntaxError) {
    guard let length = JSONEscape.length(in: bytes, at: position) else {
      throw failure(
        #"one of the escapes \" \\ \/ \b \f \n \r \t, or \u with four hexadecimal digits"#)
    }
    position += length
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue.Kind {
    let start = position
    _ = accept(UInt8(ascii: "-"))
    let hasLeadingZero = peek() == UInt8(ascii: "0")
    let first = position
    guard skipDigits() else {
      position = start
      throw failure("a value")
    }
    if hasLeadingZero, position > first + 1 {
      position = first
      throw failure("a number without leading zeros")
    }
    if accept(UInt8(ascii: ".")), !skipDigits() { throw failure("a digit") }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      _ = accept(UInt8(ascii: "+")) || accept(UInt8(ascii: "-"))
      if !skipDigits() { throw failure("a digit") }
    }
    return .number
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while let byte = peek(), byte &- 48 < 10 { position += 1 }
    return position > start
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONValue.Kind
  ) throws(JSONSyntaxError) -> JSONValue.Kind {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[position...].starts(with: letters) else { throw failure("a value") }
    position += letters.count
    return kind
  }

  private func slice(_ kind: JSONValue.Kind, from start: Int) -> JSONValue {
    JSONValue(kind: kind, bytes: UnsafeBufferPointer(rebasing: bytes[start..<position]))
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      position += 1
    }
  }

  private func failure(_ expected: String) -> JSONSyntaxError {
    JSONSyntaxError(offset: position, expected: expected)
  }
}
