internal import IndexDefinition

/// One way in which an article names somebody, with what stands around it.
struct NameForm {
  let name: PersonName
  /// As written, on one line.
  let text: String
  /// The form of address before it that says a gender, else the nearest.
  let address: Honorific?
  /// ``address`` as written: `Mrs`.
  let addressText: String
  /// The Clintons, Mr and Mrs Obama: nobody in particular.
  let isFamily: Bool
  /// Span positions, ascending.
  var spans: [Int] = []
}

extension NameForm {
  var gender: Honorific.Gender? { address?.gender }
  /// A lone name that is a given name: Sir Keir.
  var isGivenName: Bool { name.isLone && address?.precedesGivenName == true }
  /// A lone name of a monarch, prince or pope.
  var isRegnal: Bool { isGivenName && address?.kind == .title }

  init(_ span: PersonSpan, in field: FieldTokens) {
    let address = Self.address(before: span.tokens.lowerBound, in: field.tokens)
    let words = Self.words(of: span, in: field)
    name = PersonName(texts: words)
    text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    self.address = address?.honorific
    addressText = address.map { Self.text($0, in: field) } ?? ""
    isFamily =
      name.isLone
      && (Self.isCouple(address, in: field.tokens) || Self.isPlural(span, name, in: field.tokens))
  }

  /// Same for two spans that need not be told apart.
  static func key(of span: PersonSpan, in field: FieldTokens) -> UInt64 {
    let tokens = field.tokens
    var key = field.bytes[span.range].reduce(TokenHash.seed, TokenHash.mix)
    let before = span.tokens.lowerBound - 1
    if before >= 0 { key = (key ^ tokens[before].hash) &* 0x9E37_79B9_7F4A_7C15 }
    return key
  }

  /// The nearest form of address that says a gender, else the nearest.
  private static func address(before start: Int, in tokens: [Token]) -> Honorifics.Match? {
    var end = start
    var nearest: Honorifics.Match?
    while let match = Honorifics.shared.match(endingAt: end, in: tokens) {
      if match.honorific.gender != nil { return match }
      nearest = nearest ?? match
      end = match.tokens.lowerBound
    }
    return nearest
  }

  private static func text(_ address: Honorifics.Match, in field: FieldTokens) -> String {
    let tokens = field.tokens[address.tokens]
    return tokens.filter { $0.kind == .word }.map(field.text).joined(separator: " ")
  }

  /// The words as written; pieces that touch stay one word, and so do halves of a broken line.
  private static func words(of span: PersonSpan, in field: FieldTokens) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    for index in span.tokens {
      let token = field.tokens[index]
      if token.traits.contains(.possessive) && index + 1 == span.tokens.upperBound { break }
      let text = field.bytes[token.range]
      if let last = words.last, last.last == hyphen, token.traits.contains(.lineStart) {
        let joint = token.traits.contains(.capitalised) ? last : last.dropLast()
        words[words.count - 1] = ArraySlice(joint + text)
      } else if token.traits.contains(.spaceBefore) || words.isEmpty {
        words.append(text)
      } else {
        words[words.count - 1] += text
      }
    }
    return words
  }

  private static let hyphen = UInt8(ascii: "-")

  /// Mr and Mrs Obama: two forms of address for one name.
  private static func isCouple(_ address: Honorifics.Match?, in tokens: [Token]) -> Bool {
    guard let address, address.tokens.lowerBound > 0 else { return false }
    let joint = address.tokens.lowerBound - 1
    guard and.contains(tokens[joint].hash) else { return false }
    let first = Honorifics.shared.match(endingAt: joint, in: tokens)?.honorific
    return first?.kind == .honorific && first?.gender != address.honorific.gender
  }

  /// The Clintons.
  private static func isPlural(
    _ span: PersonSpan, _ name: PersonName, in tokens: [Token]
  ) -> Bool {
    let before = span.tokens.lowerBound - 1
    guard before >= 0, the.contains(tokens[before].hash), let letters = name.head?.letters
    else { return false }
    return letters.count > 3 && letters.last == UInt8(ascii: "s")
  }

  private static let and = NameWord.hashes("and & und et y e en og och i")
  private static let the = NameWord.hashes("the both two les los die gli i")
}
