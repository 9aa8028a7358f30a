/// What a byte of UTF-8 is to the token scanner.
enum LetterKind { case none, lower, upper, other }

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
@inline(__always) func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
@inline(__always) func isNumberJoint(_ byte: UInt8) -> Bool {
  byte == 0x2E || byte == 0x2C || byte == 0x3A || byte == 0x2F || byte == 0x2D
}

/// The scalar that starts at `at` and its width; malformed bytes count as one each.
@inline(__always)
func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, width: Int) {
  let first = UInt32(text[at])
  let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard width > 1, at + width <= text.count else { return (first < 0x80 ? first : 0xFFFD, 1) }
  var value = first & (0x7F >> UInt32(width))
  for next in 1..<width { value = value << 6 | UInt32(text[at + next] & 0x3F) }
  return (value, width)
}

@inline(__always)
func letterKind(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (LetterKind, Int) {
  let byte = text[at]
  if byte < 0x80 {
    if byte &- 97 < 26 { return (.lower, 1) }
    return (byte &- 65 < 26 ? .upper : .none, 1)
  }
  let (value, width) = scalar(text, at)
  return (letterKind(of: value), width)
}

/// Latin, Greek and Cyrillic by their blocks' layout; other scripts by Unicode properties.
func letterKind(of value: UInt32) -> LetterKind {
  switch value {
  case 0..<0xC0: value == 0xAA || value == 0xB5 || value == 0xBA ? .lower : .none
  case 0xD7, 0xF7: .none
  case 0xC0...0xDE: .upper
  case 0xDF...0xFF: .lower
  case 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x3000...0x303F: .none
  default: slowLetterKind(value)
  }
}

private func slowLetterKind(_ value: UInt32) -> LetterKind {
  guard let scalar = Unicode.Scalar(value) else { return .none }
  let properties = scalar.properties
  if properties.isUppercase { return .upper }
  if properties.isLowercase { return .lower }
  return properties.isAlphabetic || properties.generalCategory == .nonspacingMark ? .other : .none
}

@inline(__always) func lowercasedASCII(_ byte: UInt8) -> UInt8 {
  byte &- 65 < 26 ? byte | 0x20 : byte
}

/// ``TokenHash`` of the bytes `start..<end`.
func lowercaseHash(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
  lowercaseHash(text, start..<end, after: TokenHash.seed)
}

/// The same of a word that goes on with the bytes of `range` and whose beginning has this hash.
func lowercaseHash(
  _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after beginning: UInt64
) -> UInt64 {
  var hash = beginning
  let end = range.upperBound
  var at = range.lowerBound
  while at < end {
    if text[at] < 0x80 {
      hash = TokenHash.mix(hash, lowercasedASCII(text[at]))
      at += 1
      continue
    }
    let (kind, width) = letterKind(text, at)
    hash = mixLowercased(hash, text, at, width, kind)
    at += width
  }
  return hash
}

/// Mixes the scalar at `at` into the hash as ``TokenHash/of(_:)`` would.
func mixLowercased(
  _ hash: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int, _ kind: LetterKind
) -> UInt64 {
  var hash = hash
  if isCurlyApostrophe(text, at) {
    hash = TokenHash.mix(hash, UInt8(ascii: "'"))
  } else if kind == .upper, width > 1, let upper = Unicode.Scalar(scalar(text, at).value) {
    for byte in upper.properties.lowercaseMapping.utf8 { hash = TokenHash.mix(hash, byte) }
  } else {
    for at in at..<at + width { hash = TokenHash.mix(hash, lowercasedASCII(text[at])) }
  }
  return hash
}

@inline(__always)
func isCurlyApostrophe(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
  text[at] == 0xE2 && at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x99
}

/// The width of an inner hyphen or apostrophe at `at` with a letter behind it, else nil.
func joint(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
  guard at < text.count else { return nil }
  let width: Int
  switch text[at] {
  case UInt8(ascii: "-"), UInt8(ascii: "'"): width = 1
  case 0xE2 where isCurlyApostrophe(text, at): width = 3
  default: return nil
  }
  guard at + width < text.count, letterKind(text, at + width).0 != .none else { return nil }
  return width
}

/// `'s` at the end of a word, with the apostrophe `width` bytes wide.
func isPossessive(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int) -> Bool {
  guard text[at] != UInt8(ascii: "-"), at + width < text.count, text[at + width] | 32 == 0x73
  else { return false }
  let after = at + width + 1
  return after >= text.count || (letterKind(text, after).0 == .none && !isDigit(text[after]))
}

/// `n't` seen at its apostrophe, with a letter or more before it.
func isNegation(
  _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: Int, _ width: Int
) -> Bool {
  guard at - start > 1, text[at - 1] | 32 == 0x6E, text[at] != UInt8(ascii: "-"),
    at + width < text.count, text[at + width] | 32 == 0x74
  else { return false }
  let after = at + width + 1
  return after >= text.count || letterKind(text, after).0 == .none
}

/// Quotes and brackets, which may stand between a full stop and the sentence after it.
func isQuoteOrBracket(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ width: Int) -> Bool {
  switch text[start] {
  case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
    true
  case 0xC2: width == 2 && (text[start + 1] == 0xAB || text[start + 1] == 0xBB)
  case 0xE2: width == 3 && text[start + 1] == 0x80 && text[start + 2] &- 0x98 < 8
  default: false
  }
}

/// The no-break space and the spaces of U+2000 to U+200B.
@inline(__always)
func isWideSpace(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int) -> Bool {
  if width == 2 { return text[at] == 0xC2 && text[at + 1] == 0xA0 }
  return width == 3 && text[at] == 0xE2 && text[at + 1] == 0x80 && text[at + 2] <= 0x8B
}
