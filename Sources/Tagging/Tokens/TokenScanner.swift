/// Cuts bytes into tokens in one pass; non-ASCII letters are told from marks by their scalar.
struct TokenScanner {
  private var tokens: [Token] = []
  private var pending: Token.Traits = [.sentenceStart, .lineStart, .paragraphStart]
  private var newlines = 0

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>) -> [Token] {
    tokens.reserveCapacity(text.count / 5)
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte <= 0x20 {
        skipSpace(byte)
        at += 1
      } else if isDigit(byte) {
        at = scanNumber(text, at)
      } else {
        let (letter, width) = letterKind(text, at)
        if letter == .none {
          at = append(text, at, at + width, .punctuation, [])
        } else {
          at = scanWord(text, at)
        }
      }
    }
    return tokens
  }

  private mutating func skipSpace(_ byte: UInt8) {
    pending.insert(.spaceBefore)
    guard byte == 10 else { return }
    newlines += 1
    pending.insert(.lineStart)
    if newlines > 1 { pending.formUnion([.paragraphStart, .sentenceStart]) }
  }

  private mutating func scanNumber(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count {
      let byte = text[end]
      if isDigit(byte) {
        end += 1
      } else if isNumberJoint(byte), end + 1 < text.count, isDigit(text[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    // 1990s, 3rd, 12th, 4G: letters glued to a number belong to it.
    while end < text.count, isASCIILetter(text[end]) { end += 1 }
    return append(text, start, end, .number, .hasDigit)
  }

  private mutating func scanWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    var letters = 0
    var upper = 0
    var traits: Token.Traits = []
    while end < text.count {
      let (letter, width) = letterKind(text, end)
      if letter != .none {
        letters += 1
        if letter == .upper { upper += 1 }
        if letter == .upper, end == start { traits.insert(.capitalised) }
        if width > 1 { traits.insert(.hasNonASCII) }
        end += width
      } else if isDigit(text[end]) {
        traits.insert(.hasDigit)
        end += 1
      } else if let joint = joint(text, end) {
        if joint == 1, text[end] == UInt8(ascii: "-") {
          traits.insert(.hasHyphen)
        } else {
          if isPossessive(text, end, joint) || isNegation(text, end, joint) { break }
          traits.insert(.hasApostrophe)
        }
        end += joint
      } else {
        break
      }
    }
    if letters > 1, upper == letters { traits.insert(.allCaps) }
    if letters == 1, upper == 1 { traits.insert(.initial) }
    if end < text.count, text[end] == UInt8(ascii: "."),
      keepsDot(text, start, end, traits)
    {
      traits.insert(.abbreviation)
      end += 1
      // U.S. and J.F.: further single letters with their dots.
      while end + 1 < text.count, isASCIILetter(text[end]), text[end + 1] == UInt8(ascii: ".") {
        end += 2
        traits.remove(.initial)
        traits.insert(.allCaps)
      }
    }
    let after = append(text, start, end, .word, traits)
    let joint = joint(text, end) ?? 0
    if joint > 0, isPossessive(text, end, joint) {
      return append(text, end, end + joint + 1, .word, [.possessive, .hasApostrophe])
    }
    return after
  }

  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ kind: Token.Kind,
    _ traits: Token.Traits
  ) -> Int {
    let token = Token(
      start: Int32(start), end: Int32(end), hash: lowercaseHash(text, start, end), kind: kind,
      traits: traits.union(pending))
    tokens.append(token)
    let closes = kind == .punctuation && isClosing(text, start, end)
    let first = text[start]
    let ends =
      kind == .punctuation
      && (first == UInt8(ascii: ".") || first == UInt8(ascii: "?") || first == UInt8(ascii: "!"))
    pending = ends || (closes && pending.contains(.sentenceStart)) ? .sentenceStart : []
    newlines = 0
    return end
  }
}
